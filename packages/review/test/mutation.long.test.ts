import { readFileSync } from "node:fs";

import { expect, test } from "@jest/globals";

import { explain } from "./mutation/explain-survivor.js";
import { eventsDescription, eventsOracle } from "./mutation/events-description.js";
import { contractOracle, runMutants } from "./mutation/run-mutants.js";

const bundle = new URL("../../../openapi/dist/openapi.json", import.meta.url);
const contract = JSON.parse(readFileSync(bundle, "utf8")) as Record<string, unknown>;

// `npm run mutate -w @vpcep/review` takes all of them; a prime step takes every kind of leaf along.
const step = 23;
const results = runMutants(contract, contractOracle(contract), step, 5);

test("there are mutants of every outcome", () => {
  expect(results.length).toBeGreaterThan(80);
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  expect([...outcomes]).toEqual(expect.arrayContaining(["major", "minor", "patch"]));
});

test("a mutant that goes undetected changes nothing in meaning", () => {
  const survivors = results.filter(({ outcome }) => outcome === "none");
  expect(survivors.filter(({ mutant }) => explain(mutant) === undefined)).toEqual([]);
});

test("every mutant that surely breaks is called a break", () => {
  const sure = results.filter(({ mustBreak }) => mustBreak);
  expect(sure.length).toBeGreaterThan(8);
  const missed = sure.filter(({ outcome }) => outcome !== "major" && outcome !== "refused");
  expect(missed.map(({ mutant }) => `${mutant.name} ${mutant.pointer}`)).toEqual([]);
});

test("no sure break of security, discriminators, webhooks and callbacks is missed", () => {
  const all = runMutants(eventsDescription, eventsOracle);
  const sure = all.filter(({ mustBreak }) => mustBreak);
  expect(sure.length).toBeGreaterThan(60);
  // A number in a header is text, as before; a request without a discriminator allows what its branches allow.
  const harmless = /^number for it .*\/parameters\/0\/schema\/type$|\/Order\/discriminator$/;
  const missed = sure
    .filter(({ outcome }) => outcome !== "major" && outcome !== "refused")
    .filter(({ mutant }) => !harmless.test(`${mutant.name} ${mutant.pointer}`));
  expect(
    missed.map(({ mutant, outcome }) => `${mutant.name} ${mutant.pointer}: ${outcome}`),
  ).toEqual([]);
  // Orders without a meaning, what announces a change, and types that `allOf` or `number` says already.
  const unseen = /^turn the list|\/info\/version$|allOf\/1\/type$|^number for it .*\/price\/type$/;
  const silent = all.filter(({ outcome }) => outcome === "none");
  expect(
    silent
      .map(({ mutant }) => `${mutant.name} ${mutant.pointer}`)
      .filter((one) => !unseen.test(one)),
  ).toEqual([]);
});
