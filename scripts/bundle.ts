// Bundles openapi/openapi.yaml and its components into openapi/dist/openapi.yaml and openapi.json.
// Checks the structure first and writes beside dist, so that a broken contract leaves the last good bundle.
// Does not lint: that is lint-contract.ts.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

import { runTool, withoutBox } from "./run-tool.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "openapi/openapi.yaml");
const dist = join(root, "openapi/dist");
const staging = join(root, `openapi/.tmp/bundle-${process.pid}`);

try {
  await mkdir(staging, { recursive: true });
  const yamlFile = join(staging, "openapi.yaml");
  // Settings of its own: with redocly.yaml, a change of a lint rule would rebuild everything.
  const settings = join(staging, "redocly.yaml");
  await writeFile(settings, "telemetry: off\nextends: [spec]\n");
  const [structure, bundling] = await Promise.all([
    runTool("redocly", ["lint", source, "--config", settings, "--format", "stylish"], root),
    runTool("redocly", ["bundle", source, "--config", settings, "--output", yamlFile], root),
  ]);
  for (const result of [structure, bundling]) {
    if (result.code !== 0) {
      console.error(withoutBox(`${result.stdout}\n${result.stderr}`));
      console.error("\nThe contract is broken: nothing was bundled, openapi/dist is as it was.");
      process.exitCode = 1;
      break;
    }
  }
  if (process.exitCode !== 1) {
    const description: unknown = parse(await readFile(yamlFile, "utf8"));
    await writeFile(join(staging, "openapi.json"), `${JSON.stringify(description, null, 2)}\n`);
    await mkdir(dist, { recursive: true });
    for (const name of ["openapi.yaml", "openapi.json"])
      await rename(join(staging, name), join(dist, name));
  }
} finally {
  await rm(staging, { recursive: true, force: true });
}
