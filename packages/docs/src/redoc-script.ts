import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { transform } from "esbuild";

/**
 * Addresses of third parties in Redoc's script, and what takes their place. Nothing asks for them when
 * telemetry is off and the badge is hidden; without them in the script, nothing can.
 */
const strangers = {
  "https://otel.cloud.redocly.com/v1/traces": "about:blank",
  "https://cdn.redoc.ly/redoc/logo-mini-full.svg": "data:,",
  "https://cdn.redoc.ly/redoc/logo-mini.svg": "data:,",
  "https://cdn.redocly.com/icons/fa/7.0.0": "about:blank",
  "https://cdn.redocly.com/icons/code/5.24.0": "about:blank",
} as const;

/**
 * Redoc 3 as the CLI carries it, as a classic script that sets `globalThis.Redoc`: module scripts do not load
 * from `file://`, and jsdom runs none. The npm package `redoc` 3 cannot be installed (a version that it depends
 * on was never published), which is why the script comes out of the CLI, pinned exactly.
 *
 * @throws Error when the CLI no longer carries the script in this form.
 */
export function redocScript(): Promise<string> {
  return (made ??= make());
}

/** Transforming two megabytes takes half a second: once is enough, in a preview that draws again and again. */
let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const cli = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));
  let source = await readFile(join(cli, "lib/chunks/redoc.standalone.js"), "utf8");
  for (const [stranger, stand] of Object.entries(strangers)) {
    if (!source.includes(stranger)) {
      throw new Error(
        `Redoc's script no longer holds ${stranger}: look what it calls now, then mend redoc-script.ts.`,
      );
    }
    source = source.replaceAll(stranger, stand);
  }
  const { code } = await transform(source, {
    format: "iife",
    globalName: "Redoc",
    define: { "import.meta.url": '"about:blank"' },
    minify: true,
    target: "es2022",
    legalComments: "inline",
    footer: "globalThis.Redoc=Redoc;",
  });
  return code;
}
