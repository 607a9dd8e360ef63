/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  'a2720d227394dbbeedaec1d00c9b1737af177267f54653daff46bde47acc3d35';
