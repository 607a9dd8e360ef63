/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  '832a5589efe37d6bd0b810c3bbd7f10896873f39b08b276944ec401146ac5f73';
