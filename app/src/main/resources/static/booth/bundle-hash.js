/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  '7b6a6903e4741e1ca3bcf77379c8655738ba54514a368054fb41228f5035a615';
