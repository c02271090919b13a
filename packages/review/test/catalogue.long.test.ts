import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { corrections } from "../src/engine/corrections.js";
import { policy } from "../src/policy/policy.js";
import { measureCatalogue, type Measured } from "./catalogue/measure-catalogue.js";
import { readCatalogue } from "./catalogue/read-catalogue.js";
import { startEngine } from "../src/engine/redocly.js";

const pairs = readCatalogue();
const engine = startEngine();
let measured: Measured[] = [];

beforeAll(async () => {
  measured = await measureCatalogue(pairs, engine);
}, 300_000);
afterAll(engine.stop);

test("the catalog contains at least 500 uniquely named pairs, more than 100 of which have no semantic changes", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(500);
  expect(pairs.filter(({ level }) => level === "none" || level === "patch").length).toBeGreaterThan(
    100,
  );
  expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
});

test("finds every breaking change and reports no false positives", () => {
  const breaks = pairs.filter(({ level }) => level === "major").length;
  const missed = measured.filter(({ pair, level }) => pair.level === "major" && level !== "major");
  const invented = measured.filter(
    ({ pair, level }) => pair.level !== "major" && level === "major",
  );
  const right = measured.filter((one) => one.isLevelRight && one.isChangeFound).length;
  console.info(
    `${pairs.length} pairs: ${breaks - missed.length} of ${breaks} breaking changes found, ` +
      `${invented.length} false positives, ${right} with the expected level, change, and location.`,
  );
  expect({ missed: missed.map(describe), invented: invented.map(describe) }).toEqual({
    missed: [],
    invented: [],
  });
});

test("reports the expected level, change, and location for every catalog pair", () => {
  const wrong = measured.filter((one) => !one.isLevelRight || !one.isChangeFound);
  expect(wrong.map(describe)).toEqual([]);
});

test.each(Object.keys(policy))("the catalog contains a pair for the %s policy rule", (rule) => {
  const pattern = new RegExp(`^\\w+ ${rule} `);
  const isMet = measured.some(({ changes }) => changes.some((change) => pattern.test(change)));
  expect(isMet).toBe(true);
});

test.each(corrections.map(({ name }) => name))("needs the correction “%s”", (name) => {
  const met = measured.filter(({ corrected }) => corrected.includes(name));
  expect(met.length).toBeGreaterThan(0);
  // Without the correction, the review would report the engine's false positive.
  expect(met.filter(({ pair }) => pair.level !== "major").length).toBeGreaterThan(0);
});

function describe({ pair, level, changes }: Measured): string {
  return `${pair.name}: wanted ${pair.level} ${JSON.stringify(pair.change)}, got ${level} ${changes.join(" | ")}`;
}
