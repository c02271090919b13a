/** Licences that any dependency may have, as SPDX identifiers: all of them permissive. */
export const allowedLicences: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
];

/** Licences for tools that no published package brings along, each with its reason. */
export const allowedForTools: readonly { licence: string; because: string }[] = [
  {
    licence: "MPL-2.0",
    because: "axe-core and lightningcss: run unchanged, nothing of them is handed out",
  },
  {
    licence: "GPL-3.0-only",
    because: "action-validator: a program that checks our files, no part of them",
  },
  {
    licence: "OFL-1.1",
    because: "the font of the docs: it may be handed out with a page that uses it",
  },
];

/** Packages whose manifest names no SPDX identifier, and the licence that their own files state. */
export const statedElsewhere: Readonly<Record<string, string>> = {
  format: "MIT",
  reserved: "MIT",
  spawndamnit: "MIT",
};
