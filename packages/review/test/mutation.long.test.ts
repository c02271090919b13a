import { readFileSync } from "node:fs";

import { expect, test } from "@jest/globals";

import { explain } from "./mutation/explain-survivor.js";
import { eventsDescription, eventsOracle } from "./mutation/events-description.js";
import { contractOracle, runMutants } from "./mutation/run-mutants.js";

const bundle = new URL("../../../openapi/dist/openapi.json", import.meta.url);
const contract = JSON.parse(readFileSync(bundle, "utf8")) as Record<string, unknown>;

// The step between sampled mutants is a prime number, which keeps the sample varied. `npm run mutate -w @vpcep/review`
// runs all mutants.
const step = 23;
const results = runMutants(contract, contractOracle(contract), step, 5);

test("produces mutants with major, minor, and patch changes", () => {
  expect(results.length).toBeGreaterThan(80);
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  expect([...outcomes]).toEqual(expect.arrayContaining(["major", "minor", "patch"]));
});

test("misses only mutants without semantic changes", () => {
  const survivors = results.filter(({ outcome }) => outcome === "none");
  expect(survivors.filter(({ mutant }) => explain(mutant) === undefined)).toEqual([]);
});

test("reports every mutant that the oracle considers breaking", () => {
  const sure = results.filter(({ mustBreak }) => mustBreak);
  expect(sure.length).toBeGreaterThan(8);
  const missed = sure.filter(({ outcome }) => outcome !== "major" && outcome !== "refused");
  expect(missed.map(({ mutant }) => `${mutant.name} ${mutant.pointer}`)).toEqual([]);
});

test("finds every known breaking change to security, discriminators, webhooks, and callbacks", () => {
  const all = runMutants(eventsDescription, eventsOracle);
  const sure = all.filter(({ mustBreak }) => mustBreak);
  expect(sure.length).toBeGreaterThan(60);
  const missed = sure.filter(({ outcome }) => outcome !== "major" && outcome !== "refused");
  expect(
    missed.map(({ mutant, outcome }) => `${mutant.name} ${mutant.pointer}: ${outcome}`),
  ).toEqual([]);
  // Changes to list order, to the release version, and to types that other keywords imply have no effect on clients.
  const unseen =
    /^reverse the list|\/info\/version$|allOf\/1\/type$|^set type to number .*\/price\/type$/;
  const silent = all.filter(({ outcome }) => outcome === "none");
  expect(
    silent
      .map(({ mutant }) => `${mutant.name} ${mutant.pointer}`)
      .filter((one) => !unseen.test(one)),
  ).toEqual([]);
});
