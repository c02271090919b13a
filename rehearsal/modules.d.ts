// Declares the packages that only the rehearsal installs, so that type checks and lint don't need these packages.
declare module "publint" {
  export function publint(options: {
    pkgDir: string;
    pack: false;
    strict: boolean;
  }): Promise<{ messages: unknown[] }>;
}

declare module "@arethetypeswrong/core" {
  export type Analysis =
    { types: false } | { types: object; entrypoints: Readonly<Record<string, unknown>> };
  export function createPackageFromTarballData(tarball: Uint8Array): object;
  export function checkPackage(contents: object): Promise<Analysis>;
}

declare module "@arethetypeswrong/core/problems" {
  export function filterProblems(
    analysis: object,
    options: { entrypoint: string; resolutionKind: "node16-esm" | "bundler" },
  ): unknown[];
}

declare module "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js" {
  export const AKSKSigner: {
    sign(
      request: { method: string; endpoint: string; headers: Record<string, string> },
      credential: { getAk(): string; getSk(): string },
    ): Record<string, string>;
  };
}
