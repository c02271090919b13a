// Writes each component schema in the bundle to a standalone JSON Schema 2020-12 file. Referenced schemas are copied to
// $defs. Extensions (x-…) are omitted, because the bundle's descriptions already include their content.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Json, type JsonObject } from "@vpcep/contract-reader";

/** The properties of a bundled OpenAPI document that this module uses. */
export interface BundledContract extends JsonObject {
  info: { version: string };
  components: { schemas: Record<string, Json> };
}

const componentPointer = "#/components/schemas/";

/** Keywords whose values map arbitrary names to schemas. */
const namedChildren = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/** Keywords whose values are data and must not be changed. */
const data = new Set(["const", "enum", "examples", "default"]);

/**
 * Converts component schemas to standalone schemas, keyed by name. Each `$id` is the URL at which unpkg serves the file
 * after the package is published. The URL contains the package version, so different versions of a schema have
 * different IDs.
 *
 * @throws Error if a schema references anything other than a component schema.
 */
export function toJsonSchemas({ info, components }: BundledContract): Record<string, Json> {
  const { schemas } = components;
  const standAlone: Record<string, Json> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const needed = new Set<string>();
    const body = portable(schema, needed);
    const definitions: Record<string, Json> = {};
    // A loop over a set also visits entries that are added during the loop, so indirect references are also found.
    for (const other of needed) {
      const definition = schemas[other];
      if (definition === undefined)
        throw new Error(
          `The schema ${name} references ${other}, which doesn't exist in components/schemas.`,
        );
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

/**
 * Copies a schema without its extensions and points its references to `$defs`. Adds the names of the referenced schemas
 * to `needed`.
 */
function portable(schema: Json, needed: Set<string>): Json {
  if (Array.isArray(schema)) return schema.map((item) => portable(item, needed));
  if (typeof schema !== "object" || schema === null) return schema;
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith("x-")) continue;
    if (key === "$ref" && typeof value === "string") {
      if (!value.startsWith(componentPointer))
        throw new Error(
          `Schemas can reference only component schemas, but a schema references ${value}.`,
        );
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

/** Writes `<Name>.json` to `folder` for each component schema. */
export async function writeJsonSchemas(contract: BundledContract, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(toJsonSchemas(contract)))
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
