import { readFileSync } from "node:fs";

import { describe, expect, test } from "@jest/globals";
import spectralCore from "@stoplight/spectral-core";
import spectralParsers from "@stoplight/spectral-parsers";
import { formatPointer, parsePointer } from "@vpcep/contract-reader";
import { parse } from "yaml";

import ruleset, { houseRules } from "../src/index.js";

const good = readFileSync(new URL("good-contract.yaml", import.meta.url), "utf8");
const spectral = new spectralCore.Spectral();
spectral.setRuleset(ruleset);

interface Finding {
  rule: string;
  /** JSON Pointer to a location in the contract before `$ref`s are resolved. */
  at: string;
  message: string;
}

/** Runs Spectral with only our custom rules on a modified copy of the valid contract, and returns the findings. */
async function findings(set: Readonly<Record<string, unknown>> = {}): Promise<Finding[]> {
  const contract = parse(good) as Record<string, unknown>;
  for (const [pointer, value] of Object.entries(set)) breakAt(contract, pointer, value);
  // Spectral needs a file name to trace local references to their source.
  const { Document } = spectralCore;
  const document = new Document(JSON.stringify(contract), spectralParsers.Json, "contract.json");
  return (await spectral.run(document)).map(({ code, message, path }) => ({
    rule: String(code),
    at: formatPointer(path),
    message,
  }));
}

/** Sets the value at a JSON Pointer, or removes it if the new value is undefined. */
function breakAt(contract: Record<string, unknown>, pointer: string, value: unknown): void {
  const steps = parsePointer(pointer);
  const last = steps.pop() ?? "";
  let owner = contract;
  for (const step of steps) owner = owner[step] as Record<string, unknown>;
  if (value !== undefined) owner[last] = value;
  else if (!Reflect.deleteProperty(owner, last)) throw new Error(`Nothing at ${pointer}`);
}

test("no rule reports findings in the valid contract", async () => {
  expect(await findings()).toEqual([]);
});

describe.each(Object.entries(houseRules))("%s", (name, { claim, why, remedy, breaks }) => {
  test("the rule has a claim, a reason, and a remedy", () => {
    expect(name).toMatch(/^vpcep(-[a-z]+){2,}$/);
    for (const sentence of [claim, why, remedy]) expect(sentence).toMatch(/^[A-Z].*[.…]$/);
    expect(breaks.length).toBeGreaterThan(0);
  });

  test.each(breaks.map((one) => [one.finds, one] as const))("finds %s", async (_, broken) => {
    const own = (await findings(broken.set)).filter(({ rule }) => rule === name);
    expect(own).toEqual([
      { rule: name, at: broken.at, message: `${broken.says} Remedy: ${remedy}` },
    ]);
  });
});
