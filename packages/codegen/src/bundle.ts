// Bundles the contract into openapi/dist as OpenAPI 3.1 (openapi.yaml and openapi.json) and OpenAPI 3.0, and writes
// each component schema as a standalone JSON Schema. Checks the structure first and writes to a temporary folder, so
// that an invalid contract doesn't replace the last valid bundle. Linting is separate: see packages/ruleset/lint.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describeValues, foldExpectations } from "@vpcep/contract-reader";
import { findWithRedocly } from "@vpcep/ruleset/lint/find-with-redocly";
import { reportFindings } from "@vpcep/ruleset/lint/findings";
import { runTool, withoutBox } from "@vpcep/run-tool";
import { parse, stringify } from "yaml";

import { toOpenApi30 } from "./edition-3-0.js";
import { writeJsonSchemas, type BundledContract } from "./json-schemas.js";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const source = "openapi/openapi.yaml";
const dist = join(root, "openapi/dist");
const staging = join(root, `openapi/.tmp/bundle-${process.pid}`);

try {
  await mkdir(staging, { recursive: true });
  const yamlFile = join(staging, "openapi.yaml");
  // The bundle doesn't depend on the root redocly.yaml, so changing a lint rule doesn't trigger a full rebuild.
  const settings = join(staging, "redocly.yaml");
  await writeFile(settings, "telemetry: off\nextends: [spec]\n");
  const [broken, bundling] = await Promise.all([
    findWithRedocly(root, source, settings),
    runTool("redocly", ["bundle", source, "--config", settings, "--output", yamlFile], root),
  ]);
  if (broken.length > 0 || bundling.code !== 0) {
    console.error(
      broken.length > 0
        ? reportFindings(broken, source)
        : withoutBox(`${bundling.stdout}\n${bundling.stderr}`),
    );
    console.error("The contract is broken. Nothing was bundled; openapi/dist is unchanged.");
    process.exitCode = 1;
  } else {
    const bundled = parse(await readFile(yamlFile, "utf8")) as BundledContract;
    // Some tools ignore extensions, so the content of extensions is copied into the descriptions.
    const description = foldExpectations(describeValues(bundled));
    const editions = { openapi: description, "openapi-3.0": toOpenApi30(description) };
    for (const [name, edition] of Object.entries(editions)) {
      const yaml = stringify(edition, { aliasDuplicateObjects: false, lineWidth: 0 });
      await writeFile(join(staging, `${name}.yaml`), yaml);
      await writeFile(join(staging, `${name}.json`), `${JSON.stringify(edition, null, 2)}\n`);
    }
    await writeJsonSchemas(description, join(staging, "schemas"));
    await mkdir(dist, { recursive: true });
    // `rename` can't replace a non-empty folder.
    await rm(join(dist, "schemas"), { recursive: true, force: true });
    const written = Object.keys(editions).flatMap((name) => [`${name}.yaml`, `${name}.json`]);
    for (const name of [...written, "schemas"]) await rename(join(staging, name), join(dist, name));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}
