import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { corrections } from "../src/engine/corrections.js";
import { policy } from "../src/policy/policy.js";
import { measureCatalogue, type Measured } from "./catalogue/measure-catalogue.js";
import { readCatalogue } from "./catalogue/read-catalogue.js";
import { startEngine } from "../src/engine/start-engine.js";

const pairs = readCatalogue();
const engine = startEngine();
let measured: Measured[] = [];

beforeAll(async () => {
  measured = await measureCatalogue(pairs, engine);
}, 300_000);
afterAll(engine.stop);

test("the catalogue has the size and the mix that its figures speak of", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(500);
  expect(pairs.filter(({ level }) => level === "none" || level === "patch").length).toBeGreaterThan(
    100,
  );
  expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
});

test("no break is missed and none is invented", () => {
  const breaks = pairs.filter(({ level }) => level === "major").length;
  const missed = measured.filter(({ pair, level }) => pair.level === "major" && level !== "major");
  const invented = measured.filter(
    ({ pair, level }) => pair.level !== "major" && level === "major",
  );
  const right = measured.filter((one) => one.isLevelRight && one.isChangeFound).length;
  console.info(
    `${pairs.length} pairs: ${breaks - missed.length} of ${breaks} breaks found, ` +
      `${invented.length} invented, ${right} right in level, change and place.`,
  );
  expect({ missed: missed.map(describe), invented: invented.map(describe) }).toEqual({
    missed: [],
    invented: [],
  });
});

test("level, change and place are right for every pair", () => {
  const wrong = measured.filter((one) => !one.isLevelRight || !one.isChangeFound);
  expect(wrong.map(describe)).toEqual([]);
});

test.each(Object.keys(policy))("the row %s of the policy is met by a pair", (rule) => {
  const pattern = new RegExp(`^\\w+ ${rule} `);
  const isMet = measured.some(({ changes }) => changes.some((change) => pattern.test(change)));
  expect(isMet).toBe(true);
});

test.each(corrections.map(({ name }) => name))("the correction “%s” is needed", (name) => {
  const met = measured.filter(({ corrected }) => corrected.includes(name));
  expect(met.length).toBeGreaterThan(0);
  // Without the row the engine would have called the pair a break, which it is not.
  expect(met.filter(({ pair }) => pair.level !== "major").length).toBeGreaterThan(0);
});

function describe({ pair, level, changes }: Measured): string {
  return `${pair.name}: wanted ${pair.level} ${JSON.stringify(pair.change)}, got ${level} ${changes.join(" | ")}`;
}
