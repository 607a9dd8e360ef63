/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  '2983b388cac078b20beea47a38c05ce7457115e33fafd0cbdd461770107952cf';
