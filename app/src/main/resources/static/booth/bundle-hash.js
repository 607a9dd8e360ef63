/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  'e74c779e64d3ae4bfd41d70cdcd6f873a9fab64e78c6f01d0d9d2ebe898db577';
