import { examplesOf, isObject, type Json, type JsonObject } from "@vpcep/contract-reader";
import { format } from "prettier";

/** The named type of `@vpcep/types` that an example has. */
function typeOf(status: string, value: Json): string {
  if (typeof value === "string") return "string";
  if (status === "200") return "VpcEndpointService";
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
  const types = new Map(
    [...byName].map(([name, { status, value }]) => [name, typeOf(status, value)]),
  );
  const imported = [...new Set(types.values())].filter((type) => type !== "string").sort();
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

/** Which example belongs to which status, in the order of the contract; \`default\` is any other failure. */
export const exampleStatuses: readonly {
  readonly example: keyof Examples;
  readonly status: number | "default";
  readonly mediaType: string;
}[] = [
${found.map(({ name, status, mediaType }) => `{ example: ${JSON.stringify(name)}, status: ${status === "default" ? '"default"' : status}, mediaType: ${JSON.stringify(mediaType)} },`).join("\n")}
];
`;
  return format(program, { parser: "typescript", printWidth: 100 });
}
