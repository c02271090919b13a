import { expect, test } from "@jest/globals";
import type { JsonObject } from "@vpcep/contract-reader";
import { parse, stringify } from "yaml";

import { findInProvenance } from "../src/index.js";

const contract: JsonObject = {
  paths: {
    "/a": { get: { operationId: "getA", responses: { "200": { description: "Fine" } } } },
  },
  components: {
    schemas: {
      A: {
        type: "object",
        properties: {
          b: { type: "string" },
          c: { type: "array", items: { properties: { d: {} } } },
        },
      },
    },
    parameters: { P: { name: "p" } },
  },
};

const text = `
sources:
  page: { title: The page, kind: documentation }
inventory:
  table: [b]
facts:
  - id: b
    source: { document: page, place: table, entry: b }
    says: A string.
    checks:
      - at: /components/schemas/A/properties/b
        expect: { type: string }
      - at: /components/schemas/A/properties/c
        expect: { type: array }
      - at: /components/schemas/A/properties/c/items/properties/d
      - at: /components/parameters/P/name
  - id: statuses
    source: { document: page }
    says: It answers 200.
    checks:
      - at: /paths/~1a/get/responses
        expect: { "200": {} }
deviations:
  - id: open
    conflict: Two texts.
    decision: The first.
    reason: It is newer.
    at: [/components/schemas/A]
`;

interface Entry {
  id: string;
  source: { document: string };
  checks: object[];
}
interface Content {
  inventory: { table: string[] };
  facts: [Entry, Entry];
  deviations: [{ id: string; at: string[]; reason: string }];
}

/** Changes a copy of the file and returns each finding's line and reason. */
function findingsAfter(change: (content: Content) => void, of = contract): string[] {
  const content = parse(text) as Content;
  change(content);
  return findInProvenance(stringify(content), of).map(({ line, reason }) => `${line}: ${reason}`);
}

test("reports no discrepancies if the contract matches provenance.yaml", () => {
  expect(findInProvenance(text, contract)).toEqual([]);
});

test("reports the line of a failing check", () => {
  const other = structuredClone(contract);
  (
    other as never as { components: { schemas: { A: { properties: { b: object } } } } }
  ).components.schemas.A.properties.b = { type: "integer" };
  expect(findInProvenance(text, other)).toEqual([
    {
      line: 11,
      reason:
        'The contract doesn\'t match the fact "b": /components/schemas/A/properties/b: does not contain {"type":"string"}.',
      remedy: "Correct the contract or the check.",
    },
  ]);
});

test("reports that a property, a header, and a status have no fact, and suggests a fact to copy", () => {
  const other = structuredClone(contract) as never as {
    components: { schemas: { A: { properties: Record<string, object> } }; headers?: object };
    paths: { "/a": { get: { responses: Record<string, object> } } };
  };
  other.components.schemas.A.properties["e"] = {};
  other.components.headers = { H: {} };
  other.paths["/a"].get.responses["404"] = { description: "Gone" };
  const findings = findInProvenance(text, other as never);
  expect(findings.map(({ reason }) => reason)).toEqual([
    "No fact records the source of the property /components/schemas/A/properties/e.",
    "No fact records the source of /components/headers/H.",
    "No fact records the source of status 404 in getA.",
  ]);
  expect(findings[0]?.remedy).toContain("      - at: /components/schemas/A/properties/e\n");
});

test.each<[string, (content: Content) => void, RegExp]>([
  ["a row without a fact", ({ inventory }) => inventory.table.push("z"), /row table\/z/],
  [
    "a fact for an unknown row",
    ({ inventory }) => inventory.table.pop(),
    /refers to row table\/b, which/,
  ],
  ["an unknown source", ({ facts }) => (facts[1].source.document = "x"), /unknown source "x"/],
  ["a duplicate ID", ({ deviations }) => (deviations[0].id = "b"), /"b" is used twice/],
  [
    "a deviation with an unknown pointer",
    ({ deviations }) => (deviations[0].at = ["/x"]),
    /refers to \/x/,
  ],
  ["a deviation without a reason", ({ deviations }) => (deviations[0].reason = ""), /no reason/],
])("reports %s", (_, change, reason) => {
  expect(findingsAfter(change)).toEqual([expect.stringMatching(reason)]);
});

test("reports a fact without checks, and the status that the fact no longer covers", () => {
  expect(findingsAfter(({ facts }) => (facts[1].checks = []))).toEqual([
    expect.stringMatching(/status 200 in getA/),
    expect.stringMatching(/"statuses" has no check/),
  ]);
});

test("includes the line number in the error for invalid YAML", () => {
  expect(() => findInProvenance("facts: [\n", contract)).toThrow(
    /^openapi\/provenance\.yaml:\d+: /,
  );
});
