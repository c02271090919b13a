import type { Path } from "./house-rule.js";
import { list, node, type Node } from "./node.js";

/**
 * The fields of a value that no schema knows, as paths into the value.
 *
 * Of alternatives (`anyOf`, `oneOf`) the one that knows most is taken. A field whose parent is unknown is not
 * listed again.
 */
export function undocumentedFields(value: unknown, schema: unknown): Path[] {
  return unknownTo([node(schema)], value);
}

/** What a set of schemas, all of which apply, leaves undocumented. */
function unknownTo(schemas: readonly Node[], value: unknown): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const readings = schemas.reduce<Node[][]>(
    (soFar, schema) => combine(soFar, alternatives(schema)),
    [[]],
  );
  const results = readings.map((reading) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => prefixed(index, unknownTo(inside(reading, "items"), item)))
      : Object.entries(value).flatMap(([name, item]) => {
          const known = properties(reading, name);
          return known.length === 0 ? [[name]] : prefixed(name, unknownTo(known, item));
        }),
  );
  return results.reduce((best, other) => (other.length < best.length ? other : best));
}

/** The schema's readings: each a list of plain schemas that hold together. */
function alternatives(schema: Node): Node[][] {
  let readings: Node[][] = [[schema]];
  for (const part of list(schema["allOf"])) readings = combine(readings, alternatives(node(part)));
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = list(schema[keyword]).flatMap((branch) => alternatives(node(branch)));
    if (branches.length > 0) readings = combine(readings, branches);
  }
  return readings;
}

function combine(left: readonly Node[][], right: readonly Node[][]): Node[][] {
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function inside(reading: readonly Node[], keyword: string): Node[] {
  return reading.flatMap((schema) => (keyword in schema ? [node(schema[keyword])] : []));
}

function properties(reading: readonly Node[], name: string): Node[] {
  const own = reading.flatMap((schema) => {
    const known = node(schema["properties"]);
    return Object.hasOwn(known, name) ? [node(known[name])] : [];
  });
  if (own.length > 0) return own;
  // `additionalProperties: true` only allows fields; a schema there documents them.
  return inside(reading, "additionalProperties").filter((schema) => Object.keys(schema).length > 0);
}

function prefixed(step: string | number, paths: readonly Path[]): Path[] {
  return paths.map((path) => [step, ...path]);
}
