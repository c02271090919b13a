// Writes packages/types/src/schema.gen.ts from the bundled contract; with --check it only says whether
// the committed file is what would be written. Needs openapi/dist. Does not type-check the result.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { generateTypes } from "@vpcep/typegen";
import type { OpenAPI3 } from "openapi-typescript";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, "openapi/dist/openapi.json");
const target = join(root, "packages/types/src/schema.gen.ts");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const wanted = await generateTypes(JSON.parse(await readFile(bundle, "utf8")) as OpenAPI3);
  if (!process.argv.includes("--check")) await writeFile(target, wanted);
  else if (wanted !== (await readFile(target, "utf8").catch(() => ""))) {
    console.error(
      "packages/types/src/schema.gen.ts is stale: the contract has changed since it was generated.\n" +
        "Run: npm run generate",
    );
    process.exitCode = 1;
  }
}
