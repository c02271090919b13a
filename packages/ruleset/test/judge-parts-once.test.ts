import spectralCore, {
  type RulesetDefinition,
  type RulesetFunctionContext,
} from "@stoplight/spectral-core";
import spectralParsers from "@stoplight/spectral-parsers";
import owasp from "@stoplight/spectral-owasp-ruleset";
import { oas } from "@stoplight/spectral-rulesets";
import { expect, test } from "@jest/globals";

import { judgePartsOnce, type PlainRuleset } from "../src/judge-parts-once.js";
import publicRules from "../src/public-rules.js";
import { breakAt } from "./break-at.js";
import { goodContract } from "./good-contract.js";

/** A contract of three operations that share their responses, and a schema with its own request. */
function sharingContract(): Record<string, unknown> {
  const contract = goodContract();
  const route = "/paths/~1v1~1parcels~1{parcel_id}";
  const { paths } = contract as { paths: Record<string, { get: object }> };
  const { get } = structuredClone(paths["/v1/parcels/{parcel_id}"]) ?? { get: {} };
  const requestBody = {
    content: {
      "application/json": { $ref: "#/components/responses/NotFound/content/application~1json" },
    },
  };
  breakAt(contract, `${route}/head`, structuredClone(get));
  breakAt(contract, `${route}/put`, { ...structuredClone(get), requestBody });
  return contract;
}

async function findings(contract: unknown, ruleset: RulesetDefinition): Promise<unknown> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset(ruleset);
  const { Document } = spectralCore;
  return spectral.run(
    new Document(JSON.stringify(contract), spectralParsers.Json, "contract.json"),
  );
}

/** A ruleset whose one rule notes the place of each call of its function. */
function noting(given: string, field?: string, name = "noting"): [PlainRuleset, string[]] {
  const places: string[] = [];
  const note = (_value: unknown, _options: unknown, { path }: RulesetFunctionContext): void => {
    places.push(path.join("/"));
  };
  Object.defineProperty(note, "name", { value: name });
  const then = { ...(field === undefined ? {} : { field }), function: note };
  return [judgePartsOnce({ rules: { noting: { given, then } } }), places];
}

const breaks = {
  "a contract without a break": [],
  "an example that does not fit": [
    ["/components/responses/NotFound/content/application~1json/examples/x", { value: { a: 1 } }],
    ["/components/schemas/Parcel/required", ["nothing"]],
  ],
  "properties without type and limits": [
    ["/components/schemas/Parcel/properties/weight", { type: "integer", default: "heavy" }],
    ["/components/schemas/Parcel/properties/size", { enum: ["s", "s", 1], type: "string" }],
  ],
  "a script in a shared description": [
    ["/components/responses/NotFound/description", "<script>eval()</script>"],
    ["/components/parameters/ParcelId/description", "eval("],
  ],
  "operations without responses for errors": [
    ["/components/responses/UnexpectedError", { description: "", headers: {} }],
    ["/paths/~1v1~1parcels~1{parcel_id}/put/responses", { "500": { description: "" } }],
  ],
} satisfies Record<string, [string, unknown][]>;

test.each(Object.entries(breaks))("finds what the public rulesets find: %s", async (_, edits) => {
  const contract = sharingContract();
  for (const [pointer, value] of edits) breakAt(contract, pointer, value);
  const plain = [oas, owasp].map(
    (ruleset: unknown) => [ruleset, "all"] as [RulesetDefinition, "all"],
  );
  const expected = await findings(contract, { extends: plain });
  expect(expected).not.toEqual([]);
  expect(await findings(contract, publicRules)).toEqual(expected);
});

test("a part that operations share is judged once", async () => {
  const [ruleset, places] = noting("$..responses[404]");
  await findings(sharingContract(), ruleset);
  expect(places).toEqual(["paths//v1/parcels/{parcel_id}/get/responses/404"]);
});

test("what a shared part lacks is judged once", async () => {
  const [ruleset, places] = noting("$..responses[404]", "summary");
  await findings(sharingContract(), ruleset);
  expect(places).toEqual(["paths//v1/parcels/{parcel_id}/get/responses/404/summary"]);
});

test("two keys are judged each, though the same part lies behind them", async () => {
  const contract = sharingContract();
  breakAt(contract, "/components/responses/Same", { $ref: "#/components/responses/NotFound" });
  const [ruleset, places] = noting("$.components.responses", "@key");
  await findings(contract, ruleset);
  expect(places).toContain("components/responses/NotFound");
  expect(places).toContain("components/responses/Same");
});

test("an example is judged as part of a request and as part of a response", async () => {
  const given = "$..content[application/json]";
  const [ruleset, places] = noting(given, undefined, "oasExample");
  await findings(sharingContract(), ruleset);
  const notFound = places.filter((place) => /404|requestBody/.test(place));
  expect(notFound).toHaveLength(2);
});

test("each contract is judged anew", async () => {
  const [ruleset, places] = noting("$..responses[404]");
  await findings(sharingContract(), ruleset);
  await findings(sharingContract(), ruleset);
  expect(places).toHaveLength(2);
});
