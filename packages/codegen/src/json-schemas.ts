// Writes each component schema of the bundled contract as a stand-alone JSON Schema 2020-12 file. What it
// refers to comes along under $defs; what only OpenAPI knows (x-…) is left out: the bundle's descriptions say
// it in words. Called by bundle.ts.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Json, type JsonObject } from "@vpcep/contract-reader";

/** The parts of a bundled OpenAPI document that matter here. */
export interface BundledContract extends JsonObject {
  info: { version: string };
  components: { schemas: Record<string, Json> };
}

const componentPointer = "#/components/schemas/";

/** Keywords whose value maps names that people chose to schemas: such a name is never a keyword. */
const namedChildren = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/** Keywords whose value is data, not schema: to be kept as it is. */
const data = new Set(["const", "enum", "examples", "default"]);

/**
 * The stand-alone schemas by component name. Each `$id` is the address under which npm's file mirror unpkg
 * shows the published file; it carries the version, so two editions of a schema never share an identity.
 *
 * @throws Error when a schema refers to something that is not a component schema.
 */
export function toJsonSchemas({ info, components }: BundledContract): Record<string, Json> {
  const { schemas } = components;
  const standAlone: Record<string, Json> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const needed = new Set<string>();
    const body = portable(schema, needed);
    const definitions: Record<string, Json> = {};
    // A set hands out what is added while it is walked, so this reaches the needs of the needs.
    for (const other of needed) {
      const definition = schemas[other];
      if (definition === undefined)
        throw new Error(`${name} refers to ${other}, which is not a component schema.`);
      definitions[other] = portable(definition, needed);
    }
    standAlone[name] = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `https://unpkg.com/@vpcep/openapi@${info.version}/dist/schemas/${name}.json`,
      ...(body as Record<string, Json>),
      ...(needed.size > 0 ? { $defs: definitions } : {}),
    };
  }
  return standAlone;
}

/** A copy without extensions, with references into `$defs`; adds what it refers to to `needed`. */
function portable(schema: Json, needed: Set<string>): Json {
  if (Array.isArray(schema)) return schema.map((item) => portable(item, needed));
  if (typeof schema !== "object" || schema === null) return schema;
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith("x-")) continue;
    if (key === "$ref" && typeof value === "string") {
      if (!value.startsWith(componentPointer))
        throw new Error(`${value} cannot stand alone: only component schemas can be referred to.`);
      const name = value.slice(componentPointer.length);
      needed.add(name);
      copy[key] = `#/$defs/${name}`;
    } else if (data.has(key)) {
      copy[key] = value;
    } else if (namedChildren.has(key)) {
      copy[key] = Object.fromEntries(
        Object.entries(value as Record<string, Json>).map(([name, child]) => [
          name,
          portable(child, needed),
        ]),
      );
    } else {
      copy[key] = portable(value, needed);
    }
  }
  return copy;
}

/** Writes `<Name>.json` for each component schema into `folder`. */
export async function writeJsonSchemas(contract: BundledContract, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(toJsonSchemas(contract)))
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
