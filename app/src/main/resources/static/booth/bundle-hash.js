/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  '7ef8d5787a20fae2345bb4c1b60b4f43f24d931a070f70eba1535c71145ecea3';
