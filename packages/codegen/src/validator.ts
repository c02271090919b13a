import { follow, getAt, type JsonObject } from "@vpcep/contract-reader";
import { format } from "prettier";

import { compileSchema, everyViolation, firstViolation, type Schema } from "./compile-schema.js";

/**
 * `validator.gen.ts` of the client: a validator of the 200 body, compiled ahead of time.
 *
 * @throws Error that names the place of a keyword that the compiler does not know.
 */
export async function generateValidator(contract: JsonObject): Promise<string> {
  const schema = getAt(contract, "/components/schemas/VpcEndpointService") as Schema | undefined;
  if (schema === undefined)
    throw new Error("openapi/openapi.yaml: the component schema VpcEndpointService is missing.");
  const resolve = ($ref: string): Schema => follow<Schema>(contract, { $ref });
  const constants: string[] = [];
  const validating = compileSchema(schema, resolve, constants, everyViolation);
  const guarding = compileSchema(schema, resolve, constants, firstViolation);
  return format(program(constants, validating, guarding), {
    parser: "typescript",
    printWidth: 100,
  });
}

const program = (constants: readonly string[], validating: string, guarding: string): string => `/**
 * Compiled from openapi/openapi.yaml. Never edit: run \`npm run generate\`.
 */
import type { VpcEndpointService } from "@vpcep/types";

import type { Drift, Violation } from "./judgement.js";

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
