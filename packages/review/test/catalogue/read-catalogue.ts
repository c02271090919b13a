import { readFileSync, readdirSync } from "node:fs";

import { parse } from "yaml";

import { baseDescription } from "./base-description.js";

type Json = Record<string, unknown>;
type Level = "none" | "patch" | "minor" | "major";

/** A catalog pair and its expected review result. */
export interface CataloguePair {
  readonly name: string;
  readonly before: Json;
  readonly after: Json;
  /** The two versions as written in the catalog, without the base description. */
  readonly written: { readonly before: Json; readonly after: Json };
  readonly level: Level;
  /** A change that the review must report, or undefined if only the level is checked. */
  readonly change: { readonly rule: string; readonly place: string } | undefined;
}

interface Entry {
  readonly name: string;
  readonly version?: "3.0" | "3.1";
  readonly before: Json;
  readonly after: Json;
  readonly components?: Json;
  readonly at?: string;
  readonly ats?: string[];
  readonly rule?: string;
  readonly rules?: (string | null)[];
  readonly level?: Level;
  readonly levels?: Level[];
}

/**
 * Reads all pairs from the test catalog. A schema entry produces two pairs: one for a request and one for a response.
 */
export function readCatalogue(): CataloguePair[] {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.flatMap((file) => {
    const { kind, pairs } = parse(readFileSync(new URL(file, folder), "utf8")) as {
      kind: "schema" | "operation" | "description";
      pairs: Entry[];
    };
    const topic = file.replace(".yaml", "");
    if (kind === "schema") return pairs.flatMap((entry) => schemaPairs(topic, entry));
    return pairs.map((entry) => patchPair(topic, kind, entry));
  });
}

function schemaPairs(topic: string, entry: Entry): CataloguePair[] {
  return (["request", "response"] as const).map((way, index) => {
    const rule = entry.rules === undefined ? entry.rule : (entry.rules[index] ?? undefined);
    const part = way === "request" ? "request body" : "200 response";
    return {
      name: `${topic}: ${entry.name} (${way}, ${entry.version ?? "3.1"})`,
      before: withSchema(entry, way, entry.before),
      after: withSchema(entry, way, entry.after),
      written: { before: entry.before, after: entry.after },
      level: entry.levels?.[index] ?? "none",
      change:
        rule === undefined
          ? undefined
          : { rule, place: `PUT /values · ${part} · ${entry.ats?.[index] ?? entry.at ?? "value"}` },
    };
  });
}

function withSchema(
  { version = "3.1", components }: Entry,
  way: "request" | "response",
  schema: Json,
): Json {
  const body = {
    content: { "application/json": { schema: { type: "object", properties: { value: schema } } } },
  };
  return {
    openapi: version === "3.0" ? "3.0.3" : "3.1.0",
    info: { title: "Values", version: "1.0.0" },
    paths: {
      "/values": {
        put: {
          operationId: "putValue",
          ...(way === "request" ? { requestBody: { required: true, ...body } } : {}),
          responses: { "200": { description: "ok", ...(way === "response" ? body : {}) } },
        },
      },
    },
    ...(components === undefined ? {} : { components: { schemas: components } }),
  };
}

function patchPair(topic: string, kind: "operation" | "description", entry: Entry): CataloguePair {
  const patched = (patch: Json): Json => {
    const whole = kind === "operation" ? { paths: { "/things/{id}": { get: patch } } } : patch;
    const versioned =
      entry.version === "3.0" ? { ...baseDescription, openapi: "3.0.3" } : baseDescription;
    return mergePatch(versioned, whole) as Json;
  };
  return {
    name: `${topic}: ${entry.name}`,
    before: patched(entry.before),
    after: patched(entry.after),
    written: { before: entry.before, after: entry.after },
    level: entry.level ?? "none",
    change: entry.rule === undefined ? undefined : { rule: entry.rule, place: entry.at ?? "" },
  };
}

/** Applies a JSON merge patch (RFC 7396). */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const merged: Json =
    typeof target === "object" && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, key);
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}
