import { expect, test } from "@jest/globals";

import { announcedByVersion, dueVersion } from "../src/announce/due-version.js";
import { readRedoclyReport } from "../src/engine/redocly-diff.js";
import { judge } from "../src/judge.js";
import { placeText } from "../src/report/collect-changes.js";
import { compileAgainst } from "../src/consequences/compile-against.js";
import { inMemory } from "./in-memory.js";

const shared = (type: string) => ({
  openapi: "3.1.0",
  info: { title: "Shared", version: "1.0.0" },
  paths: {
    "/a": { get: answer("#/components/schemas/Thing") },
    "/b": {
      put: {
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
        },
        ...answer("#/components/schemas/Things"),
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        properties: { size: { type }, next: { $ref: "#/components/schemas/Thing" } },
      },
      Things: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
    },
  },
});

function answer($ref: string) {
  return {
    responses: {
      "200": { description: "ok", content: { "application/json": { schema: { $ref } } } },
    },
  };
}

test("reports a change to a shared component once and lists every affected location", () => {
  const { changes } = judge(inMemory(shared("string")), inMemory(shared("integer")), []);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    level: "major",
    direction: "both",
    affects: ["senders", "readers"],
  });
  expect(changes[0]?.places.map(placeText).sort()).toEqual([
    "GET /a · 200 response · size",
    "PUT /b · 200 response · [].size",
    "PUT /b · request body · size",
  ]);
});

test("reports the location of a breaking change that only the engine finds", () => {
  const [base, head] = [inMemory(shared("string")), inMemory(shared("string"))];
  const { verdict, changes } = judge(base, head, [
    {
      rule: "operation-removed",
      message: "Gone.",
      base: { file: "openapi.json", pointer: "#/paths/~1a/get" },
      head: undefined,
    },
  ]);
  expect(verdict).toBe("major");
  expect(changes).toMatchObject([
    { rule: "engine-only", side: "base", pointer: "#/paths/~1a/get" },
  ]);
});

const typeChange = (base: string, head: string) => ({
  rule: "schema-type-changed",
  message: "Type changed.",
  base: { file: "openapi.json", pointer: base },
  head: { file: "openapi.json", pointer: head },
});

test("downgrades an engine finding inside a schema that is equal in both versions", () => {
  const deep = withSchema({
    type: "object",
    properties: { a: { type: "object", properties: { b: { properties: { c: text } } } } },
  });
  const pointer =
    "#/paths/~1a/get/responses/200/content/application~1json/schema/properties/a/properties/b/properties/c/type";
  const { verdict, corrected } = judge(inMemory(deep), inMemory(deep), [
    typeChange(pointer, pointer),
  ]);
  expect({ verdict, by: corrected.map(({ by }) => by) }).toEqual({
    verdict: "none",
    by: ["whole schema"],
  });
});

test("does not report an engine finding inside a removed operation as a separate change", () => {
  const before = shared("string");
  const after = {
    ...before,
    paths: { "/c": { get: { responses: { "204": { description: "ok" } } } } },
  };
  const pointer = "#/components/schemas/Thing/properties/size/type";
  const { changes } = judge(inMemory(before), inMemory(after), [
    typeChange(pointer, "#/paths/~1c"),
  ]);
  expect(new Set(changes.map(({ rule }) => rule))).toEqual(
    new Set(["operation-removed", "operation-added"]),
  );
});

test("shows no value for the version that does not contain an added or removed item", () => {
  const { "/a": a, "/b": b } = shared("string").paths;
  const [before, after] = [{ "/a": a }, { "/b": b }].map((paths) =>
    inMemory({ ...shared("string"), paths }),
  );
  if (before === undefined || after === undefined) throw new Error("two descriptions");
  const { changes } = judge(before, after, []);
  expect(changes.map((one) => [one.rule, one.before === null, one.after === null])).toEqual([
    ["operation-removed", false, true],
    ["operation-added", true, false],
  ]);
});

test("rejects an engine report with an unsupported version", () => {
  const read = () => readRedoclyReport('{"reportVersion":"2","changes":[]}', (file) => file);
  expect(read).toThrow('only version "1" is supported');
});

test.each([
  ["1.2.3", "major", "2.0.0"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "none", "1.2.3"],
  ["0.2.3", "major", "0.3.0"],
  ["2024-01-01", "major", undefined],
] as const)("after version %s, a %s change requires version %s", (version, level, due) => {
  expect(dueVersion(version, level)).toBe(due);
});

test.each([
  ["1.2.3", "2.0.0", "major"],
  ["1.2.3", "1.3.0", "minor"],
  ["1.2.3", "1.2.4", "patch"],
  ["1.2.3", "1.2.3", "none"],
  ["1.2.3", "1.1.9", "none"],
  ["0.2.3", "0.3.0", "major"],
] as const)("changing the version from %s to %s announces a %s release", (before, after, level) => {
  expect(announcedByVersion(before, after)).toBe(level);
});

test("finds type changes that break code written for the old types", () => {
  const types = (body: string, sent: string): string =>
    `export interface operations { get: { responses: { 200: { content: { "application/json": ${body} } } }; requestBody: ${sent} } }`;
  const rows = compileAgainst(
    types("{ a: string; b?: number }", "{ c?: string }"),
    types("{ a?: string; e?: boolean }", "{ c?: string; d: string }"),
  );
  const body = 'operations.get.responses["200"].content["application/json"]';
  expect(rows).toEqual([
    { path: `${body}.a`, before: "string", after: "string | undefined", isBreak: true },
    { path: `${body}.b`, before: "number | undefined", after: null, isBreak: true },
    { path: `${body}.e`, before: null, after: "boolean | undefined", isBreak: false },
    {
      path: "operations.get.requestBody",
      before: "{ c?: string; }",
      after: "{ c?: string; d: string; }",
      isBreak: true,
    },
  ]);
});

test("compares descriptions larger than 1 MB", () => {
  const large = (changed: boolean) => {
    const names = Array.from({ length: 3_000 }, (_, index) => `Thing${index}`);
    return {
      openapi: "3.1.0",
      info: { title: "Large", version: "1.0.0" },
      paths: Object.fromEntries(
        names.map((name) => [`/${name}`, { get: answer(`#/components/schemas/${name}`) }]),
      ),
      components: {
        schemas: Object.fromEntries(
          names.map((name, index) => [
            name,
            {
              type: "object",
              description:
                "A schema that references the next schema, so that many operations use each schema.",
              required: changed && index === 1_000 ? [] : ["id"],
              properties: {
                id: { type: "string", maxLength: 64 },
                next: {
                  $ref: `#/components/schemas/${names[(index + 1) % 5 === 0 ? index : (index + 1) % names.length] ?? ""}`,
                },
              },
            },
          ]),
        ),
      },
    };
  };
  expect(JSON.stringify(large(false)).length).toBeGreaterThan(1_000_000);
  expect(judge(inMemory(large(false)), inMemory(large(false)), []).changes).toEqual([]);
  const { changes } = judge(inMemory(large(false)), inMemory(large(true)), []);
  expect(changes.map(({ rule }) => rule)).toEqual(["property-optional"]);
});

const withSchema = (schema: unknown, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1.0.0" },
  paths: {
    "/a": {
      get: {
        responses: { "200": { description: "ok", content: { "application/json": { schema } } } },
      },
    },
    ...more,
  },
});
const text = { type: "string" };

test.each([
  ["property", { type: "object", properties: { broken: 7, fine: text } }],
  ["array", { type: "array", items: "text" }],
])("reports a malformed schema in a new %s and still reviews the other changes", (_, added) => {
  const { changes, unjudged } = judge(
    inMemory(withSchema({ type: "object", properties: { a: text } })),
    inMemory(withSchema({ type: "object", properties: { a: { type: "integer" }, b: added } })),
    [],
  );
  expect(unjudged).toMatchObject([{ side: "head", isChange: true }]);
  expect(changes.map(({ rule }) => rule)).toEqual(["type-different", "property-added"]);
});

test("reports a malformed schema in an added or removed operation", () => {
  const one = withSchema(text);
  const content = { "application/json": { schema: { $ref: "#/gone" } } };
  const two = withSchema(text, {
    "/b": { get: { responses: { "200": { description: "ok", content } } } },
  });
  expect(judge(inMemory(one), inMemory(two), []).unjudged).toMatchObject([{ side: "head" }]);
  const { changes, unjudged } = judge(inMemory(two), inMemory(one), []);
  expect(unjudged).toMatchObject([{ side: "base" }]);
  expect(changes.map(({ rule }) => rule)).toEqual(["operation-removed"]);
});

test.each([
  [
    "cannot judge an integer that is rounded to the same number as the old integer",
    ["992"],
    ["993"],
    0,
  ],
  ["compares integers beyond 2^53 that are rounded to different numbers", ["998"], ["993"], 1],
  ["ignores an integer beyond 2^53 in a new property", ["992"], ["992", "993"], 1],
])("%s", (_, before, after, count) => {
  const side = (ends: readonly string[]) => {
    const limits = ends.map((_end, index) => [`p${index}`, { type: "integer", maximum: index }]);
    const properties = Object.fromEntries(limits) as object;
    const text = JSON.stringify(withSchema({ type: "object", properties }));
    return inMemory(
      text.replace(
        /"maximum":(.)/g,
        (_all, one: number) => `"maximum":9007199254740${ends[one] ?? ""}`,
      ),
    );
  };
  const { changes, unjudged } = judge(side(before), side(after), []);
  expect(changes).toHaveLength(count);
  expect(unjudged.map((one) => one.side)).toEqual(count === 0 ? ["base", "head"] : []);
});
