import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { transform } from "esbuild";

/**
 * Addresses of third parties in Redoc's script, and what takes their place. Nothing asks for them when telemetry
 * is off; without them in the script, nothing can.
 */
const thirdParties = {
  "https://otel.cloud.redocly.com/v1/traces": "about:blank",
  "https://cdn.redoc.ly/redoc/logo-mini-full.svg": "data:,",
  "https://cdn.redoc.ly/redoc/logo-mini.svg": "data:,",
  "https://cdn.redocly.com/icons/fa/7.0.0": "about:blank",
  "https://cdn.redocly.com/icons/code/5.24.0": "about:blank",
} as const;

/** The folder of the pinned `@redocly/cli`. */
export const redoclyCli = (): string =>
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));

const made = new Map<string, Promise<string>>();

/**
 * Redoc 3 as the CLI carries it, as a classic script that sets `globalThis.Redoc`: module scripts do not load
 * from `file://`, and jsdom runs none. The npm package `redoc` 3 cannot be installed (a version that it depends
 * on was never published), which is why the script comes out of the CLI, pinned exactly. Nothing in the script is
 * changed but the addresses of third parties.
 *
 * @param cli - Folder of the CLI. Default: the one that this package depends on.
 * @throws Error when the CLI does not carry the script in this form.
 */
export function redocScript(cli = redoclyCli()): Promise<string> {
  let script = made.get(cli);
  if (script === undefined) made.set(cli, (script = make(cli)));
  return script;
}

async function make(cli: string): Promise<string> {
  let source = await readFile(join(cli, "lib/chunks/redoc.standalone.js"), "utf8");
  for (const [address, replacement] of Object.entries(thirdParties)) {
    if (!source.includes(address))
      throw new Error(
        `Redoc's script no longer contains ${address}. Find out which addresses it contains now, then update thirdParties in packages/docs/src/redoc.ts.`,
      );
    source = source.replaceAll(address, replacement);
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
