import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { build } from "esbuild";

import type { ClientSubject } from "./client-subjects.js";
import { bench } from "./places.js";

/** The bundle size, in bytes, of a client that makes one call. */
export interface BundleSize {
  minified: number;
  gzipped: number;
  brotli: number;
}

/** Bundles and minifies a client for browsers, or for Node if the client requires Node. */
export async function bundleClient(subject: ClientSubject): Promise<BundleSize> {
  const result = await build({
    entryPoints: [join(bench, "subjects/clients", `${subject.file}.mjs`)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: subject.file === "vendor-sdk" ? "node" : "browser",
    legalComments: "none",
    logLevel: "error",
  });
  const code = Buffer.from(result.outputFiles[0]?.contents ?? []);
  return {
    minified: code.length,
    gzipped: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}
