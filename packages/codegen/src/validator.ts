import { getAt, type JsonObject } from "@vpcep/contract-reader";
import { format } from "prettier";

import { compileSchema, everyViolation, firstViolation, type Schema } from "./compile-schema.js";

/**
 * Generates the client's `validator.gen.ts`, which validates the 200 response body.
 *
 * @throws Error if the schema contains an unsupported keyword; the message contains the keyword's location.
 */
export async function generateValidator(contract: JsonObject): Promise<string> {
  const schema = getAt(contract, "/components/schemas/VpcEndpointService") as Schema | undefined;
  if (schema === undefined)
    throw new Error("openapi/openapi.yaml has no component schema VpcEndpointService. Add it.");
  const constants: string[] = [];
  const validating = compileSchema(contract, schema, constants, everyViolation);
  const guarding = compileSchema(contract, schema, constants, firstViolation);
  return format(program(constants, validating, guarding), {
    parser: "typescript",
    printWidth: 100,
  });
}

const program = (constants: readonly string[], validating: string, guarding: string): string => `/**
 * Compiled from openapi/openapi.yaml. Don't edit. Run \`npm run generate\`.
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

/** Whether a value is present and not empty. */
const says = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Whether the date at the start of a string exists. True if there is no date. */
function isInCalendar(value: unknown): boolean {
  if (typeof value !== "string") return true;
  const [, year, month, day] = /^(\\d{4})-(\\d\\d)-(\\d\\d)/.exec(value) ?? [];
  if (day === undefined) return true;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCDate() === Number(day);
}

/** The items that have the same values in all of these fields as an earlier item, with their indexes. */
function repeated(list: unknown, fields: readonly string[]): [number, unknown][] {
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((item: unknown, index): [number, unknown][] => {
    if (!isObject(item)) return [];
    const key = JSON.stringify(fields.map((field) => item[field] ?? null));
    if (seen.has(key)) return [[index, item]];
    seen.add(key);
    return [];
  });
}

/** Checks the body of a 200 response of getVpcEndpointService. */
export function validateVpcEndpointService(body: unknown, onDrift?: OnDrift): Violation[] {
const found: Violation[] = [];
const unmet: Drift[] = [];
${validating}
// Expectations apply only to valid bodies.
if (onDrift && found.length === 0) unmet.forEach(onDrift);
return found;
}

/** Whether validateVpcEndpointService would find no violation. */
export function isVpcEndpointService(body: unknown): body is VpcEndpointService {
${guarding}
return true;
}
`;
