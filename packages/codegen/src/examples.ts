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

/** Component schemas whose type `@vpcep/types` exports by name, apart from error bodies. */
const named: readonly string[] = ["VpcEndpointService"];

/** The type of `@vpcep/types` that an example has. */
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
  if (!isObject(value)) throw new Error(`An example of ${status} is neither an object nor a text.`);
  if ("error_code" in value) return "ErrorBody";
  return "message" in value ? "GatewayErrorBody" : "IamErrorBody";
}

/**
 * `examples.gen.ts` of the mock: the named examples of the contract as typed TypeScript, for fixtures and handlers that
 * must not read a file.
 *
 * @throws Error when two examples of one name differ.
 */
export function generateExamples(contract: JsonObject): Promise<string> {
  const found = examplesOf(contract);
  const byName = new Map(found.map((example) => [example.name, example]));
  for (const { name, value } of found)
    if (JSON.stringify(byName.get(name)?.value) !== JSON.stringify(value))
      throw new Error(`Two examples of the contract are called ${name}.`);
  const types = new Map([...byName].map(([name, example]) => [name, typeOf(contract, example)]));
  const imported = [...new Set([...types.values()].map((type) => type.split("[")[0] ?? ""))]
    .filter((type) => type !== "string" && type !== "unknown")
    .sort();
  const program = `/**
 * Generated from the examples in openapi/components/examples. Never edit: run \`npm run generate\`.
 */
import type { ${imported.join(", ")} } from "@vpcep/types";

/** The named examples of the contract, each with the type of its body. */
export interface Examples {
${[...byName].map(([name, { summary }]) => `  /** ${summary ?? name}. */\n  readonly ${JSON.stringify(name)}: ${types.get(name) ?? "never"};`).join("\n")}
}

/** The body of each named example. */
export const examples: Examples = {
${[...byName].map(([name, { value }]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`).join("\n")}
};

/** Which example belongs to which operation and status, in the order of the contract; \`default\` is any other failure. */
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
