/** SPDX identifiers of the licenses that any dependency may have. */
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

/** Licenses allowed only for tools that aren't dependencies of a published package, and why. */
export const allowedForTools: readonly { licence: string; because: string }[] = [
  {
    licence: "MPL-2.0",
    because: "axe-core and lightningcss run unmodified, and we distribute no part of them",
  },
  {
    licence: "GPL-3.0-only",
    because: "action-validator checks our files and is not part of them",
  },
  {
    licence: "OFL-1.1",
    because: "the license allows us to distribute the font with the docs",
  },
];

/** Packages whose manifest has no SPDX identifier, and the license that their files name. */
export const statedElsewhere: Readonly<Record<string, string>> = {
  format: "MIT",
  reserved: "MIT",
  spawndamnit: "MIT",
};
