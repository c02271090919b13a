import { expect, test } from "@jest/globals";

import { failuresOf, schemaCompiler } from "../src/expectation.js";
import type { Check } from "../src/read-provenance.js";

const bundle = {
  components: {
    schemas: {
      Port: { type: "integer", description: "A port,\nfrom 1.", minimum: 1, list: ["a", "b"] },
    },
  },
};
const at = "/components/schemas/Port";
const failures = (check: Check): string[] => failuresOf(check, bundle, schemaCompiler(bundle));

test("returns an empty list of reasons if every check passes", () => {
  expect(
    failures({
      at,
      expect: { type: "integer" },
      lacks: ["maximum"],
      mentions: ["port, from 1"],
      accepts: [1],
      rejects: [0],
    }),
  ).toEqual([]);
});

test.each<[string, Check, string]>([
  ["a location that doesn't exist", { at: "/components/schemas/Gone" }, "doesn't exist"],
  ["a different value", { at, expect: { type: "string" } }, "does not contain"],
  ["a missing key", { at, expect: { maximum: 65535 } }, "does not contain"],
  ["a list with a different length", { at, expect: { list: ["a"] } }, "does not contain"],
  ["a missing entry", { at: `${at}/list`, contains: ["c"] }, "the list doesn't contain"],
  ["an unexpected key", { at, lacks: ["minimum"] }, "has the key minimum"],
  ["a missing phrase", { at, mentions: ["socket"] }, "does not mention"],
  ["a rejected value that should be accepted", { at, accepts: [0] }, "rejects 0"],
  ["an accepted value that should be rejected", { at, rejects: [1] }, "accepts 1"],
])("reports %s", (_, check, reason) => {
  expect(failures(check)).toEqual([expect.stringContaining(reason)]);
});
