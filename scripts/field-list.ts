// Generates the README's list of response fields from the contract.
import {
  expectationsOf,
  follow,
  getAt,
  isObject,
  type Json,
  type JsonObject,
  openEnumOf,
} from "@vpcep/contract-reader";

/**
 * Lists an endpoint service's fields in aligned columns. The first column contains the field's name, followed by `?` if
 * the field is optional. The second column contains the type or the documented values. The third column contains the
 * condition under which the field is present; if there is no condition, it contains an example value.
 */
export function fieldList(contract: JsonObject): string {
  const pointer = "/components/schemas/VpcEndpointService";
  const schema = getAt(contract, pointer);
  if (!isObject(schema)) throw new Error(`The contract has no ${pointer}.`);
  const rows = propertiesOf(contract, schema).map(({ name, property }) => [
    name,
    typeOf(contract, property),
    conditionOf(contract, schema, name) ?? exampleOf(property),
  ]);
  const width = (column: number): number =>
    Math.max(...rows.filter((row) => row[2] !== "").map((row) => row[column]?.length ?? 0));
  const [names, types] = [Math.max(...rows.map(([name = ""]) => name.length)), width(1)];
  return [
    "```text",
    ...rows.map(([name = "", type = "", note = ""]) =>
      `${name.padEnd(names)}  ${type.padEnd(types)}  ${note}`.trimEnd(),
    ),
    "```",
  ].join("\n");
}

function propertiesOf(
  contract: JsonObject,
  schema: JsonObject,
): { name: string; property: JsonObject }[] {
  const { properties, required } = schema;
  const present = Array.isArray(required) ? required : [];
  return Object.entries(isObject(properties) ? properties : {}).flatMap(([name, given]) => {
    const property = follow(contract, given);
    if (!isObject(property)) return [];
    return [{ name: present.includes(name) ? name : `${name}?`, property }];
  });
}

function typeOf(contract: JsonObject, property: JsonObject): string {
  const values = openEnumOf(contract, property)?.values;
  if (values !== undefined) return [...values.map(({ value }) => value), "…"].join(" | ");
  const item = follow(contract, property["items"] ?? null);
  if (isObject(item))
    return `list of ${propertiesOf(contract, item)
      .map(({ name }) => name)
      .join(", ")}`;
  return textOf(property["type"]);
}

function conditionOf(contract: JsonObject, schema: JsonObject, name: string): string | undefined {
  const found = expectationsOf(contract, schema).find(
    (one) => one.form === "onlyWith" && `${one.property}?` === name,
  );
  return found?.form === "onlyWith"
    ? `only if ${found.other.property} is ${String(found.other.value)}`
    : undefined;
}

function exampleOf({ type, examples }: JsonObject): string {
  const [example] = Array.isArray(examples) ? examples : [];
  return type === "string" ? textOf(example) : "";
}

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
