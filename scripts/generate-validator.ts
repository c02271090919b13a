// Writes packages/client/src/validator.gen.ts, a validator of the 200 body compiled ahead of time from the bundled
// contract; with --check it only says whether the committed file is what would be written. Needs openapi/dist.

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { format } from "prettier";

import { compileSchema, everyViolation, firstViolation, type Schema } from "./compile-schema.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "packages/client/src/validator.gen.ts");
const bundle = JSON.parse(await readFile(join(root, "openapi/dist/openapi.json"), "utf8")) as {
  components: { schemas: Record<string, Schema> };
};

function resolve(reference: string): Schema {
  const name = reference.replace("#/components/schemas/", "");
  const schema = bundle.components.schemas[name];
  if (schema === undefined) throw new Error(`${reference} leads nowhere in the bundle.`);
  return schema;
}

const constants: string[] = [];
let validating: string;
let guarding: string;
try {
  const schema = resolve("VpcEndpointService");
  validating = compileSchema(schema, resolve, constants, everyViolation);
  guarding = compileSchema(schema, resolve, constants, firstViolation);
} catch (error) {
  console.error(`The schema VpcEndpointService, ${error instanceof Error ? error.message : "?"}`);
  process.exit(1);
}
const program = `/**
 * Compiled from openapi/openapi.yaml. Never edit: run \`npm run generate\`.
 */
import type { VpcEndpointService } from "@vpcep/types";

import type { Drift } from "./drift.js";
import type { Violation } from "./violation.js";

type OnDrift = (drift: Drift) => void;
type Fields = Readonly<Record<string, unknown>>;

${constants.join("\n")}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isInteger = (value: unknown): value is number => Number.isInteger(value);

function unknownFields(fields: Fields, known: ReadonlySet<string>, at: string, onDrift: OnDrift): void {
  for (const name of Object.keys(fields)) {
    if (!known.has(name))
      onDrift({
        pointer: \`\${at}/\${name.replaceAll("~", "~0").replaceAll("/", "~1")}\`,
        kind: "field",
        value: fields[name],
      });
  }
}

/** Checks the body of a 200 answer of getVpcEndpointService. */
export function validateVpcEndpointService(body: unknown, onDrift?: OnDrift): Violation[] {
const found: Violation[] = [];
${validating}
return found;
}

/** Whether the above would find nothing. */
export function isVpcEndpointService(body: unknown): body is VpcEndpointService {
${guarding}
return true;
}
`;
const wanted = await format(program, { parser: "typescript", printWidth: 100 });

if (!process.argv.includes("--check")) await writeFile(target, wanted);
else if (wanted !== (await readFile(target, "utf8").catch(() => ""))) {
  console.error(
    "packages/client/src/validator.gen.ts is stale: the contract has changed since it was compiled.\n" +
      "Run: npm run generate",
  );
  process.exitCode = 1;
}
