/**
 * Third-party code that a published package carries inside its own files, by the name of the package. An install does
 * not bring it along, but bills, licence checks and notices must know it; it stands under `devDependencies`.
 */
export const bundledCode: Readonly<Record<string, readonly string[] | undefined>> = {};
