import {
  examplesOf,
  getAt,
  isObject,
  operationsOf,
  referenceTarget,
  type JsonObject,
  type NamedExample,
} from "@vpcep/contract-reader";
import { format } from "prettier";

/** Component schemas, other than error bodies, that `@vpcep/types` exports by name. */
const named: readonly string[] = ["VpcEndpointService"];

/** Returns an example's TypeScript type, as exported by `@vpcep/types`. */
function typeOf(contract: JsonObject, { status, value, ...place }: NamedExample): string {
  if (typeof value === "string") return "string";
  if (status.startsWith("2")) {
    const operation = operationsOf(contract).find(
      ({ operationId }) => operationId === place.operationId,
    );
    const schema = getAt(operation?.responses.get(status), ["content", place.mediaType, "schema"]);
    const name = isObject(schema) ? referenceTarget(schema)?.split("/").at(-1) : undefined;
    if (name === undefined) return "unknown";
    return named.includes(name) ? name : `components["schemas"][${JSON.stringify(name)}]`;
  }
  if (!isObject(value))
    throw new Error(`An example for status ${status} is neither an object nor a string.`);
  if ("error_code" in value) return "ErrorBody";
  return "message" in value ? "GatewayErrorBody" : "IamErrorBody";
}

/**
 * Generates the mock's `examples.gen.ts`, which contains the contract's named examples as a typed constant.
 *
 * @throws Error if two different examples have the same name.
 */
export function generateExamples(contract: JsonObject): Promise<string> {
  const found = examplesOf(contract);
  const byName = new Map(found.map((example) => [example.name, example]));
  for (const { name, value } of found)
    if (JSON.stringify(byName.get(name)?.value) !== JSON.stringify(value))
      throw new Error(
        `The contract has two different examples named ${name}. Rename one of the examples.`,
      );
  const types = new Map([...byName].map(([name, example]) => [name, typeOf(contract, example)]));
  const imported = [...new Set([...types.values()].map((type) => type.split("[")[0] ?? ""))]
    .filter((type) => type !== "string" && type !== "unknown")
    .sort();
  const program = `/**
 * Generated from the examples in openapi/components/examples. Don't edit. Run \`npm run generate\`.
 */
import type { ${imported.join(", ")} } from "@vpcep/types";

/** The type of each named example of the contract. */
export interface Examples {
${[...byName].map(([name, { summary }]) => `  /** ${summary ?? name}. */\n  readonly ${JSON.stringify(name)}: ${types.get(name) ?? "never"};`).join("\n")}
}

/** The body of each named example. */
export const examples: Examples = {
${[...byName].map(([name, { value }]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`).join("\n")}
};

/** The operation and status of each example, in the order of the contract. \`default\` is any other error status. */
export const exampleStatuses: readonly {
  readonly operationId: string;
  readonly example: keyof Examples;
  readonly status: number | "default";
  readonly mediaType: string;
}[] = [
${found.map(({ name, operationId = "", status, mediaType }) => `{ operationId: ${JSON.stringify(operationId)}, example: ${JSON.stringify(name)}, status: ${status === "default" ? '"default"' : status}, mediaType: ${JSON.stringify(mediaType)} },`).join("\n")}
];
`;
  return format(program, { parser: "typescript", printWidth: 100 });
}
