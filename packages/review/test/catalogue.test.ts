import { beforeAll, expect, test } from "@jest/globals";

import { policy } from "../src/policy/policy.js";
import { measureCatalogue, type Measured } from "./catalogue/measure-catalogue.js";
import { readCatalogue } from "./catalogue/read-catalogue.js";

// Our comparison alone. catalogue.long.test.ts asks the second engine as well, and whether each correction is needed.
const pairs = readCatalogue();
let measured: Measured[] = [];

beforeAll(async () => {
  measured = await measureCatalogue(pairs, undefined);
});

test("level, change and place are right for every pair", () => {
  const wrong = measured
    .filter(({ changes }) => !changes.some((change) => change.includes(" component-unclear ")))
    .filter((one) => !one.isLevelRight || !one.isChangeFound);
  expect(wrong.map(({ pair, changes }) => `${pair.name}: ${changes.join(" | ")}`)).toEqual([]);
  expect(measured.length).toBeGreaterThan(600);
});

test("each row of the policy is met by a pair", () => {
  const met = new Set(measured.flatMap(({ changes }) => changes.map((one) => one.split(" ")[1])));
  expect(Object.keys(policy).filter((rule) => !met.has(rule))).toEqual([]);
});
