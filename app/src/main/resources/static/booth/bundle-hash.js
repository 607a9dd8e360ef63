/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  '6f9d1831a09e9680f1be1e0df6f205d0d33b5470adb801866e7a9fbe75238471';
