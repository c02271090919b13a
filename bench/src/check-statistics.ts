// Compares the results of the statistics functions with manually calculated values. To run this script, enter `npm run
// check` in the `bench/` folder.
import assert from "node:assert/strict";

import { interleave } from "./interleave.js";
import { growthExponent, quantile, ratios, summarize } from "./statistics.js";

assert.equal(quantile([3, 1, 2], 0.5), 2);
assert.equal(quantile([1, 2, 3, 4], 0.25), 1.75);
assert.throws(() => quantile([], 0.5), RangeError);
assert.deepEqual(summarize([5, 1, 3]), {
  count: 3,
  median: 3,
  lowerQuartile: 2,
  upperQuartile: 4,
  min: 1,
  max: 5,
});
// A round that is ten times slower for all clients doesn't change the ratio.
assert.equal(ratios([2, 20, 2], [1, 10, 1]).max, 2);
assert.throws(() => ratios([1], [1, 2]), RangeError);
const near = (value: number, wanted: number): void => {
  assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);
};
near(growthExponent([10, 100, 1000].map((size) => [size, size * 3])), 1);
near(growthExponent([10, 100, 1000].map((size) => [size, size ** 2])), 2);

const order: string[] = [];
const subject = (name: string) => ({
  name,
  measure: () => Promise.resolve(order.push(name)),
});
const results = await interleave([subject("a"), subject("b")], 2, 1);
assert.equal(order.join(""), "abbaab");
assert.deepEqual(
  [...results.values()].map(({ length }) => length),
  [2, 2],
);
console.log("All checks passed.");
