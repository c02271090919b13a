import { beforeAll, expect, test } from "@jest/globals";

import { policy } from "../src/policy/policy.js";
import { measureCatalogue, type Measured } from "./catalogue/measure-catalogue.js";
import { readCatalogue } from "./catalogue/read-catalogue.js";

// These tests run only our comparison. The tests in `catalogue.long.test.ts` also run the second engine and check that
// every correction is needed.
const pairs = readCatalogue();
let measured: Measured[] = [];

beforeAll(async () => {
  measured = await measureCatalogue(pairs, undefined);
});

test("reports the expected level, change, and location for every catalog pair", () => {
  const wrong = measured
    .filter(({ changes }) => !changes.some((change) => change.includes(" component-unclear ")))
    .filter((one) => !one.isLevelRight || !one.isChangeFound);
  expect(wrong.map(({ pair, changes }) => `${pair.name}: ${changes.join(" | ")}`)).toEqual([]);
  expect(measured.length).toBeGreaterThan(600);
});

test("the catalog contains a pair for every policy rule", () => {
  const met = new Set(measured.flatMap(({ changes }) => changes.map((one) => one.split(" ")[1])));
  expect(Object.keys(policy).filter((rule) => !met.has(rule))).toEqual([]);
});
