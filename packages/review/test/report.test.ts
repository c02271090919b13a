import { expect, test } from "@jest/globals";

import { judge } from "../src/judge.js";
import { changelog } from "../src/report/changelog.js";
import { groupsOf, placeSentences } from "../src/report/groups.js";
import type { Report } from "../src/report/report.js";
import { inMemory } from "./in-memory.js";

const text = { type: "string" };
const thing = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const body = (schema: unknown) => ({ content: { "application/json": { schema } } });
const responding = (schema: unknown) => ({
  responses: { "200": { description: "ok", ...body(schema) } },
});
const described = (paths: object, components: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1.0.0" },
  paths,
  components: { schemas: components },
});

function changesOf(before: unknown, after: unknown) {
  return judge(inMemory(before), inMemory(after), []).changes;
}

function groupsIn(before: unknown, after: unknown, level: string) {
  const changes = changesOf(before, after).map((change) => ({ ...change, accepted: null }));
  return groupsOf({ changes } as unknown as Report, level);
}

test("lists all affected parties and all reasons for a group of changes", () => {
  const side = (properties: object) =>
    described({
      "/a": { post: { requestBody: body(thing(properties)), ...responding(thing(properties)) } },
    });
  const [group, ...others] = groupsIn(side({ a: text }), side({ a: text, b: text }), "minor");
  expect(others).toEqual([]);
  expect(group?.affects).toBe(
    "Affects senders of requests, readers of responses: Clients may omit the property. " +
      "In an open object, clients ignore properties that they do not expect.",
  );
});

test("states that more locations are affected than the report lists", () => {
  const side = (type: string, operations: number) =>
    described(
      Object.fromEntries(
        Array.from({ length: operations }, (_, index) => [
          `/${index}`,
          { get: responding({ $ref: "#/components/schemas/Thing" }) },
        ]),
      ),
      { Thing: thing({ status: { type } }) },
    );
  const [before, after] = [side("string", 301), side("integer", 301)];
  const [change] = changesOf(before, after);
  expect(change).toMatchObject({ hasMorePlaces: true });
  expect(change?.places).toHaveLength(300);
  const [group] = groupsIn(before, after, "major");
  expect(group && placeSentences(group.places, 12).at(-1)).toBe("and more than 288 more places");
  expect(changelog(changesOf(before, after))).toEqual([
    "**Breaking:** 200 response, `status`, in more than 300 locations: the type changes from `string` to `integer`.",
  ]);
  const [exact] = changesOf(side("string", 300), side("integer", 300));
  expect(exact?.hasMorePlaces).toBe(false);
});

test("shows the name of the changed component if a change affects several locations", () => {
  const side = (status: object) =>
    described(
      {
        "/a": { get: responding({ $ref: "#/components/schemas/Port" }) },
        "/b": { get: responding({ type: "array", items: { $ref: "#/components/schemas/Port" } }) },
      },
      { Port: thing({ status }) },
    );
  const [before, after] = [side({ enum: ["up"] }), side({ enum: ["up", ""] })];
  const title = '`Port.status`: the value `""` is now allowed';
  expect(groupsIn(before, after, "major").map((group) => group.title)).toEqual([title]);
  expect(changelog(changesOf(before, after))).toEqual([
    '**Breaking:** 200 response, `Port.status`, in 2 locations: the value `""` is now allowed.',
  ]);
});

test("groups several new values that occur in the same locations", () => {
  const side = (kinds: string[]) =>
    described(
      Object.fromEntries(["/a", "/b"].map((path) => [path, { get: responding({ enum: kinds }) }])),
    );
  const groups = groupsIn(side(["x"]), side(["x", "y", "z"]), "major");
  expect(groups.map(({ title, places }) => [title, places.listed.length])).toEqual([
    ["200 response: the value `y` is now allowed, and 1 more: `z` (2 times)", 2],
  ]);
});

test("lists the operations if the changes are not in a component", () => {
  const operations = { get: responding(text), put: responding(text) };
  const [before, after] = [described({ "/a": operations }), described({ "/a": {} })];
  expect(changelog(changesOf(before, after))).toEqual([
    "**Breaking:** `GET /a`, `PUT /a`, in 2 locations: the operation is removed.",
  ]);
});

test.each([
  [
    "a file with several schemas",
    "#/Port",
    { Port: thing({ up: text }) },
    { Port: thing({}) },
    "Port.up",
  ],
  ["a file with one schema", "", thing({ up: text }), thing({}), "parts.up"],
])("shows the component's name for %s", (_, fragment, before, after, name) => {
  const root = described(
    Object.fromEntries(
      ["/a", "/b"].map((path) => [
        path,
        { get: responding(thing({ [path]: { $ref: `parts.json${fragment}` } })) },
      ]),
    ),
  );
  const side = (part: unknown) => inMemory(root, "memory", { "parts.json": part });
  const { changes } = judge(side(before), side(after), []);
  expect(changelog(changes)).toEqual([
    `**Breaking:** 200 response, \`${name}\`, in 2 locations: the property \`up\` is removed.`,
  ]);
});

test("lists breaking request changes first, then response changes by number of operations, then new response values", () => {
  const side = (isNew: boolean) =>
    described(
      {
        "/a": { get: responding(thing({ kind: { enum: isNew ? ["x", "y"] : ["x"] } })) },
        "/b": { get: responding(thing(isNew ? {} : { b: text })) },
        "/c": { get: responding({ $ref: "#/components/schemas/Shared" }) },
        "/d": { get: responding({ $ref: "#/components/schemas/Shared" }) },
        "/e": { post: { requestBody: body(thing({}, isNew ? { required: ["e"] } : {})) } },
      },
      { Shared: thing(isNew ? {} : { shared: text }) },
    );
  expect(changesOf(side(false), side(true)).map((one) => one.text)).toEqual([
    "the property `e` becomes required",
    "the property `shared` is removed",
    "the property `b` is removed",
    "the value `y` is now allowed",
  ]);
});

test.each([
  ["a property becomes required", thing({ a: text }), thing({ a: text }, { required: ["a"] })],
  ["a schema becomes nullable", thing({ a: text }), thing({ a: { type: ["string", "null"] } })],
  [
    "a maximum is added",
    thing({ a: { type: "integer" } }),
    thing({ a: { type: "integer", maximum: 5 } }),
  ],
  ["an enum value is added", thing({ a: { enum: ["x"] } }), thing({ a: { enum: ["x", "y"] } })],
] as const)("shows comparable old and new values if %s", (name, before, after) => {
  const expected = {
    "a property becomes required": { before: "optional", after: "required" },
    "a schema becomes nullable": { before: "string", after: "string | null" },
    "a maximum is added": { before: null, after: "5" },
    "an enum value is added": { before: null, after: "y" },
  }[name];
  const side = (schema: unknown) => described({ "/a": { get: responding(schema) } });
  expect(changesOf(side(before), side(after))).toMatchObject([expected]);
});

test("shows the old and new scopes if an operation requires a different scope", () => {
  const side = (scopes: string[]) => ({
    ...described({
      "/a": { get: { security: [{ Token: [] }, { Login: scopes }], responses: {} } },
    }),
    security: [{ Token: [] }, { Login: [] }],
  });
  expect(changesOf(side(["read"]), side(["write"]))).toMatchObject([
    { rule: "security-tightened", before: '{"Login":["read"]}', after: '{"Login":["write"]}' },
  ]);
});

test("reports an addition to a shared response once, even if the operations used to have their own responses", () => {
  const problem = { type: "object" };
  const side = (response: (description: string) => unknown, components: object = {}) => ({
    ...described({
      "/a": { get: { responses: { "404": response("No a.") } } },
      "/b": { get: { responses: { "404": response("No b.") } } },
    }),
    components,
  });
  const changes = changesOf(
    side((description) => ({ description })),
    side(() => ({ $ref: "#/components/responses/NotFound" }), {
      responses: { NotFound: { description: "Not found.", ...body(problem) } },
    }),
  ).filter(({ level }) => level === "minor");
  expect(changes).toMatchObject([{ rule: "media-type-added" }]);
  expect(changes[0]?.places).toHaveLength(2);
});
