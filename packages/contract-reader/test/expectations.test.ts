import { describe, expect, it } from "@jest/globals";

import {
  describeValues,
  expectationsOf,
  foldExpectations,
  unmetExpectations,
  type JsonObject,
} from "../src/index.js";

const schema: JsonObject = {
  type: "object",
  properties: {
    kind: { type: "string" },
    nic: { type: "string", description: "The NIC." },
    at: { type: "string" },
    doors: { type: "array" },
  },
  "x-expectations": [
    {
      id: "nic-only-with-vip",
      says: "`nic` needs VIP.",
      property: "nic",
      onlyWith: { property: "kind", value: "VIP" },
    },
    { id: "day", says: "The day exists.", property: "at", calendarDate: true },
    { id: "zone", says: "`at` ends in Z.", property: "at", matches: "Z$" },
    { id: "doors", says: "No two doors are the same.", property: "doors", uniqueBy: ["in", "out"] },
  ],
};
const rules = expectationsOf({}, schema);
const unmet = (body: JsonObject): string[] =>
  unmetExpectations(rules, body).map(
    ({ pointer, expectation }) => `${pointer} ${expectation.says}`,
  );

describe("expectations", () => {
  it("`expectationsOf` finds expectations in a schema or in the schema that a reference points to", () => {
    expect(expectationsOf({ a: schema }, { $ref: "#/a" })).toEqual(rules);
    expect(expectationsOf({}, { type: "object" })).toEqual([]);
    expect(rules.map(({ id, form }) => [id, form])).toEqual([
      ["nic-only-with-vip", "onlyWith"],
      ["day", "calendarDate"],
      ["zone", "matches"],
      ["doors", "uniqueBy"],
    ]);
  });

  it.each<[string, JsonObject, string[]]>([
    [
      "an onlyWith rule whose other property has a different value",
      { nic: "n", kind: "VM" },
      ["/nic `nic` needs VIP."],
    ],
    ["an onlyWith rule whose other property is absent", { nic: "n" }, ["/nic `nic` needs VIP."]],
    ["an onlyWith rule whose other property has the required value", { nic: "n", kind: "VIP" }, []],
    ["empty values", { nic: "", kind: "VM", at: null, doors: [] }, []],
    ["a date that does not exist", { at: "2025-02-29T00:00Z" }, ["/at The day exists."]],
    ["a leap day", { at: "2024-02-29T00:00Z" }, []],
    ["a date in the first century", { at: "0096-02-29T00:00Z" }, []],
    ["a string that doesn't match the pattern", { at: "2024-02-28" }, ["/at `at` ends in Z."]],
    ["a value of a different type", { at: 7, doors: "front" }, []],
    [
      "each repeated item",
      {
        doors: [{ in: 1, out: 2 }, { in: 1 }, { in: 1, out: 2, colour: "red" }, { in: 1 }, 7, 7],
      },
      ["/doors/2 No two doors are the same.", "/doors/3 No two doors are the same."],
    ],
  ])("expectations are checked for %s", (_, body, expected) => {
    expect(unmet(body)).toEqual(expected);
  });

  it.each<[JsonObject, RegExp]>([
    [{}, /rule 0: needs the strings/],
    [
      { id: "a", says: "b", property: "c", calendarDate: true },
      /a: the schema has no property `c`/,
    ],
    [{ id: "a", says: "b", property: "at" }, /a: needs exactly one of/],
    [{ id: "a", says: "b", property: "at", calendarDate: true, matches: "." }, /exactly one of/],
    [{ id: "a", says: "b", property: "at", calendarDate: false }, /not `true`/],
    [{ id: "a", says: "b", property: "at", matches: "(" }, /Invalid regular expression/],
    [{ id: "a", says: "b", property: "at", uniqueBy: [] }, /not a list/],
    [{ id: "a", says: "b", property: "at", onlyWith: { property: "x" } }, /not a property/],
    [{ id: "a", says: "b", property: "at", onlyWith: { property: "nic" } }, /`onlyWith.value`/],
    [{ id: "a", says: "b", property: "at", before: "nic" }, /a: `before` is not supported/],
  ])("`expectationsOf` throws an error for the invalid rule %j", (rule, reason) => {
    expect(() => expectationsOf({}, { ...schema, "x-expectations": [rule] })).toThrow(reason);
  });

  it("expectations and the meanings of values are appended to descriptions, for tools that do not support extensions", () => {
    const document = { schema, known: { enum: ["a"], "x-enumDescriptions": { a: "The first." } } };
    const before = structuredClone(document);
    const folded = foldExpectations(describeValues(document)) as typeof document & {
      known: JsonObject;
    };
    const { nic, at } = folded.schema["properties"] as Record<string, JsonObject>;
    expect(nic?.["description"]).toBe("The NIC.\n\n`nic` needs VIP.");
    expect(at?.["description"]).toBe("The day exists. `at` ends in Z.");
    expect(folded.known["description"]).toBe("- `a`: The first.");
    expect(document).toEqual(before);
  });
});
