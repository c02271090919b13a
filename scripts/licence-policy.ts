/** SPDX identifiers of the licenses that are allowed for all dependencies. */
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

/** Licenses that are allowed only for tools that no published package depends on, with a reason for each. */
export const allowedForTools: readonly { licence: string; because: string }[] = [
  {
    licence: "MPL-2.0",
    because: "axe-core and lightningcss are used unmodified and are not distributed",
  },
  {
    licence: "GPL-3.0-only",
    because: "action-validator only checks our files and is not distributed",
  },
  {
    licence: "OFL-1.1",
    because: "the license allows us to distribute the font with the docs",
  },
];

/** The licenses of packages whose manifests have no SPDX identifier, as stated in the files of those packages. */
export const statedElsewhere: Readonly<Record<string, string>> = {
  format: "MIT",
  reserved: "MIT",
  spawndamnit: "MIT",
};
