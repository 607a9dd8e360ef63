/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  '2bb70172a0ce7fbc4039ec304c51508c91115f2d33328fe1410d2d8acbeba58d';
