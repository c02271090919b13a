// Generates random valid bodies from the schemas in the contract.
import { follow, isObject, type Json, type JsonObject, openEnumOf } from "@vpcep/contract-reader";

/** Returns a random number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** Creates a random number generator (mulberry32) from an integer seed. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const integer = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
const hexDigits = (random: Random, text: string): string =>
  text.replace(/[0-9a-f]/g, () => integer(random, 0, 15).toString(16));
/** Generates a request ID in the documented format. */
export const randomRequestId = (random: Random): string => hexDigits(random, "0".repeat(32));
const chance = (random: Random): boolean => random() < 0.5;

/** Matches an ID in a string: a UUID, or 32 hexadecimal digits. */
const idForm = /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}/;

/** The start of 2018 and the end of 2026, in seconds since 1970. */
const [earliest, latest] = [1_514_764_800, 1_798_761_600];

/**
 * Generates a value for a schema. Each optional field is present with a probability of 50%. The value of an open enum
 * is one of its documented values, and a timestamp has a random time. Any other string is one of the schema's examples,
 * in which random IDs replace the original IDs.
 *
 * @throws Error if the schema is not supported, for example because the schema contains a `pattern` that does not
 *   describe a timestamp.
 */
export function generateValue(document: JsonObject, given: Json, random: Random): Json {
  const schema = follow(document, given);
  if (!isObject(schema)) return null;
  const documented = openEnumOf(document, schema);
  if (documented !== undefined)
    return documented.values[integer(random, 0, documented.values.length - 1)]?.value ?? "";
  const { type, anyOf, examples } = schema;
  if (Array.isArray(anyOf) && type === undefined)
    return generateValue(document, anyOf[integer(random, 0, anyOf.length - 1)] ?? {}, random);
  switch (type) {
    case "object":
      return generateObject(document, schema, random);
    case "array":
      return Array.from({ length: integer(random, 1, 3) }, () =>
        generateValue(document, schema["items"] ?? {}, random),
      );
    case "integer":
      return integer(random, bound(schema["minimum"], 0), bound(schema["maximum"], 2_147_483_647));
    case "boolean":
      return chance(random);
    case "string":
      return generateText(schema, Array.isArray(examples) ? examples : [], random);
    default:
      throw new Error(`Cannot generate a value of the type ${JSON.stringify(type)}.`);
  }
}

const bound = (limit: Json | undefined, otherwise: number): number =>
  typeof limit === "number" ? limit : otherwise;

function generateObject(document: JsonObject, schema: JsonObject, random: Random): JsonObject {
  const { properties, required } = schema;
  const needed = Array.isArray(required) ? required : [];
  const generated = Object.fromEntries(
    Object.entries(isObject(properties) ? properties : {})
      .filter(([name]) => needed.includes(name) || chance(random))
      .map(([name, property]) => [name, generateValue(document, property, random)]),
  );
  return schema["x-expectations"] === undefined ? generated : makeConsistent(generated);
}

function generateText(schema: JsonObject, examples: readonly Json[], random: Random): string {
  const { pattern } = schema;
  if (typeof pattern === "string") {
    const seconds = integer(random, earliest, latest);
    const time = new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
    if (!new RegExp(pattern, "u").test(time))
      throw new Error(`Cannot generate a string for the pattern ${pattern}.`);
    return time;
  }
  const example = examples.find((one) => typeof one === "string") ?? "text";
  return example.replace(idForm, (id) => hexDigits(random, id));
}

/**
 * Makes a generated endpoint service meet the expectations in the contract. For example, only failed services have an
 * `error`, and `updated_at` is not before `created_at`.
 */
function makeConsistent(service: JsonObject): JsonObject {
  const { status, server_type: server, created_at: created, updated_at: updated, ports } = service;
  const { id, service_name: name } = service;
  const { vip_port_id: vip, error, ...rest } = service;
  const mappings = new Map(
    (Array.isArray(ports) ? ports : []).map((port) => [JSON.stringify(port), port]),
  );
  return {
    ...rest,
    ...(typeof name === "string" &&
      typeof id === "string" && { service_name: name.replace(idForm, id) }),
    ...(server === "VIP" && vip !== undefined && { vip_port_id: vip }),
    ...(status === "failed" && error !== undefined && { error }),
    ...(Array.isArray(ports) && { ports: [...mappings.values()] }),
    ...(typeof updated === "string" &&
      typeof created === "string" &&
      updated < created && { created_at: updated, updated_at: created }),
  };
}
