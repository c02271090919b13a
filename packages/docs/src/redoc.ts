import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { transform } from "esbuild";

/**
 * Third-party URLs in Redoc's script, and their replacements. Redoc doesn't request these URLs if telemetry is off. The
 * replacements guarantee that Redoc never requests a third-party URL.
 */
const thirdParties = {
  "https://otel.cloud.redocly.com/v1/traces": "about:blank",
  "https://cdn.redoc.ly/redoc/logo-mini-full.svg": "data:,",
  "https://cdn.redoc.ly/redoc/logo-mini.svg": "data:,",
  "https://cdn.redocly.com/icons/fa/7.0.0": "about:blank",
  "https://cdn.redocly.com/icons/code/5.24.0": "about:blank",
} as const;

/** Path to the pinned `@redocly/cli`. */
export const redoclyCli = (): string =>
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));

const made = new Map<string, Promise<string>>();

/**
 * Returns Redoc 3 as a classic script that sets `globalThis.Redoc`. Module scripts don't load from `file://`, and jsdom
 * doesn't run them. The script comes from the CLI, because version 3 of the npm package `redoc` can't be installed: it
 * depends on a version of another package that was never published. Only the third-party URLs in the script are
 * changed.
 *
 * @param cli - Path to the CLI. Default: the version that this package depends on.
 * @throws Error if one of the third-party URLs is missing from the script.
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
        `Redoc's script doesn't contain ${address}. Check which third-party URLs it contains, and update thirdParties in packages/docs/src/redoc.ts.`,
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
