/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  'deb2f2b4d57a274f9c675e011c708d31db0147b995b2809f30da2b8ec13d131c';
