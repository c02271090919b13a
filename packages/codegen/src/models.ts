// Generates named types from the contract: an interface for each schema, types and constants for the documented values
// of each open enum, and response types for each operation.
import {
  follow,
  isObject,
  type JsonObject,
  listMeanings,
  openEnumOf,
  operationsOf,
  type OpenEnum,
  referenceTarget,
} from "@vpcep/contract-reader";
import { format } from "prettier";

const header = `/**
 * Generated from openapi/openapi.yaml. Don't edit. Run \`npm run generate\`.
 */
`;

const pascalCase = (name: string): string =>
  name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

const plural = (name: string): string =>
  /[^aeiou]y$/.test(name)
    ? name.replace(/y$/, "ies")
    : /(s|x|ch|sh)$/.test(name)
      ? `${name}es`
      : `${name}s`;

const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Returns a doc comment. The description is plain text, because editors don't show `@description` tags on hover. */
function comment(schema: JsonObject, more: readonly string[] = []): string {
  const { description, default: byDefault, examples, deprecated } = schema;
  const [example] = Array.isArray(examples) ? (examples as unknown[]) : [];
  const lines = [
    ...(typeof description === "string" ? [description.trim()] : []),
    ...more.filter((text) => text !== ""),
    ...(byDefault === undefined ? [] : [`@default ${JSON.stringify(byDefault)}`]),
    ...(example === undefined || example === ""
      ? []
      : [`@example ${typeof example === "string" ? example : JSON.stringify(example)}`]),
    ...(deprecated === true ? ["@deprecated"] : []),
  ];
  if (lines.length === 0) return "";
  const text = lines.join("\n\n").replaceAll("*/", "*\\/").replaceAll("\n", "\n * ");
  return `/**\n * ${text}\n */\n`;
}

/**
 * Generates `models.gen.ts` for `@vpcep/types`.
 *
 * @throws Error if two open enums with the same name have different values.
 */
export async function generateModels(document: JsonObject): Promise<string> {
  const components = (document["components"] as JsonObject)["schemas"] as Record<
    string,
    JsonObject
  >;
  /** Open enums, keyed by type name. */
  const enums = new Map<string, { schema: JsonObject; open: OpenEnum }>();

  function enumName(property: string | undefined, owner: string, schema: JsonObject): string {
    const open = openEnumOf(document, schema);
    if (open === undefined) throw new Error(`${owner} is not an open enum.`);
    const named = open.component?.replace(/^(Known|Documented)/, "");
    const own = pascalCase(property ?? owner);
    // "Status" alone would be too vague as an exported name.
    const name = named ?? (own === "Status" ? "ServiceStatus" : own);
    const known = enums.get(name);
    const values = (of: OpenEnum) => of.values.map(({ value }) => value).join();
    if (known && values(known.open) !== values(open))
      throw new Error(`${owner}: two different open enums are named ${name}. Rename one.`);
    if (!known) enums.set(name, { schema, open });
    return name;
  }

  function typeOf(given: unknown, owner: string, property?: string): string {
    if (!isObject(given)) return "unknown";
    const target = referenceTarget(given)?.split("/").at(-1);
    const resolved = follow(document, given);
    if (openEnumOf(document, resolved)) return enumName(property, owner, resolved);
    if (target !== undefined && components[target] !== undefined) return target;
    const { type, items, properties } = resolved;
    const closed = resolved["enum"];
    if (Array.isArray(closed)) return closed.map((value) => JSON.stringify(value)).join(" | ");
    for (const [keyword, sign] of [
      ["anyOf", " | "],
      ["oneOf", " | "],
      ["allOf", " & "],
    ] as const) {
      const branches = resolved[keyword];
      if (Array.isArray(branches))
        return `(${branches.map((branch) => typeOf(branch, owner, property)).join(sign)})`;
    }
    if (type === "array") return `Array<${typeOf(items, owner, property)}>`;
    if (type === "object" || isObject(properties)) return fieldsOf(resolved, owner);
    if (type === "integer" || type === "number") return "number";
    return type === "string" || type === "boolean" ? type : "unknown";
  }

  function fieldsOf({ properties, required }: JsonObject, owner: string): string {
    if (!isObject(properties)) return "Record<string, unknown>";
    const fields = Object.entries(properties).map(([name, property]) => {
      const schema = isObject(property) ? property : {};
      const optional = Array.isArray(required) && required.includes(name) ? "" : "?";
      const described = { ...follow(document, schema), ...schema };
      const meanings = listMeanings(openEnumOf(document, schema)?.values ?? []);
      return `${comment(described, [meanings])}${JSON.stringify(name)}${optional}: ${typeOf(schema, owner, name)};`;
    });
    return `{\n${fields.join("\n")}\n}`;
  }

  const interfaces = Object.entries(components)
    .filter(([, schema]) => schema["type"] === "object" || isObject(schema["properties"]))
    .map(
      ([name, schema]) => `${comment(schema)}export interface ${name} ${fieldsOf(schema, name)}`,
    );

  const answers = answersOf(document, (schema, owner) => typeOf(schema, owner));
  const values = [...enums].map(([name, { schema, open }]) => valuesOf(name, schema, open));
  return format([header, ...interfaces, answers, ...values].join("\n\n"), {
    parser: "typescript",
    printWidth: 100,
  });
}

/** Generates the response types for each operation: one type for 2xx statuses and one type for all other statuses. */
function answersOf(
  document: JsonObject,
  typeOf: (schema: unknown, owner: string) => string,
): string {
  const byPath = new Map<string, string[]>();
  for (const { path, method, operationId, responses } of operationsOf(document)) {
    const types = { data: new Set<string>(), error: new Set<string>() };
    for (const [status, { content }] of responses) {
      const kind = status.startsWith("2") ? types.data : types.error;
      if (!isObject(content) || Object.keys(content).length === 0) kind.add("undefined");
      else
        for (const [mediaType, media] of Object.entries(content))
          kind.add(
            /[/+]json$/.test(mediaType)
              ? typeOf((media as JsonObject)["schema"], operationId ?? path)
              : "string",
          );
    }
    // Several responses can have the same type, so duplicates are removed.
    const union = (names: Set<string>) =>
      [...new Set([...names].flatMap((name) => name.replace(/^\(|\)$/g, "").split(" | ")))].join(
        " | ",
      ) || "never";
    const entry = `${method}: { data: ${union(types.data)}; error: ${union(types.error)} };`;
    byPath.set(path, [...(byPath.get(path) ?? []), entry]);
  }
  const entries = [...byPath].map(
    ([path, methods]) => `${JSON.stringify(path)}: {\n${methods.join("\n")}\n};`,
  );
  return `/** The response types of each operation: \`data\` for a 2xx status, \`error\` for any other status. */
export interface Answers {\n${entries.join("\n")}\n}`;
}

/** Generates the types and runtime constants for an open enum. */
function valuesOf(name: string, schema: JsonObject, { values }: OpenEnum): string {
  const list = plural(camelCase(name));
  const meanings = listMeanings(values);
  const described = values.map(
    ({ value, meaning }) =>
      `${JSON.stringify(value)}: ${JSON.stringify((meaning ?? "").replace(/\s+/g, " "))},`,
  );
  return `${comment({ description: `The documented values of \`${name}\`, for code that handles each value.` }, [meanings])}export type Known${name} = ${values.map(({ value }) => JSON.stringify(value)).join(" | ")};

${comment(schema, [meanings, "More values may be added, so any other string is also valid."])}export type ${name} = Known${name} | (string & Record<never, never>);

/** The documented values of \`${name}\`, in the order of the contract. */
export const ${list} = [${values.map(({ value }) => JSON.stringify(value)).join(", ")}] as const satisfies readonly Known${name}[];

/** The meaning of each documented value of \`${name}\`. */
export const ${camelCase(name)}Meanings: Readonly<Record<Known${name}, string>> = {
${described.join("\n")}
};`;
}
