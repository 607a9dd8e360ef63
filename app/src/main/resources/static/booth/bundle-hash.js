/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  'e6e75c17925803e921c168064cb9bb803c7a2f53596c5ac56a0dcd46d96d6573';
