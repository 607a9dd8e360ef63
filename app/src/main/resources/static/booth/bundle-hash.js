/** SHA-256 of booth.bundle.js; written by tools/bundle-booth. */
export const BUNDLE_SHA256 =
  'd98fdaa5002561fb7bdf41118689136d603054ccc09461df64a77910bb220b1c';
