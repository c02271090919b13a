import { existsSync, readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

import ruleset from "../src/index.js";
import { findingsOf } from "./findings-of.js";
import { goodContract } from "./good-contract.js";

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const readme = readFileSync(at("README.md"), "utf8");
const rules = Object.entries(ruleset.rules);
const names = rules.map(([name]) => name);

/** The README's sections of rules, by their headings. */
const sections = new Map(
  readme
    .split(/^##+ /m)
    .filter((section) => section.startsWith("vpcep-"))
    .map((section) => [section.slice(0, section.indexOf("\n")), section] as const),
);

test("every file of a rule is entered in the ruleset, and has a test", () => {
  const files = names.map((name) => name.replace("vpcep-", "")).sort();
  expect(readdirSync(at("src/rules")).sort()).toEqual(files.map((file) => `${file}.ts`));
  expect(readdirSync(at("test/rules")).sort()).toEqual(files.map((file) => `${file}.test.ts`));
});

test("the README describes the rules in the order of the ruleset, and no others", () => {
  expect([...sections.keys()]).toEqual(names);
});

test("the good contract has no finding of any rule", async () => {
  expect(await findingsOf(goodContract())).toEqual([]);
});

describe.each(rules)("%s", (name, rule) => {
  const section = sections.get(name) ?? "";

  test("is named after a subject and a claim", () => {
    expect(name).toMatch(/^vpcep(-[a-z]+){2,}$/);
  });

  test("is an error that names its remedy", () => {
    expect(rule.severity).toBe("error");
    expect(rule.message).toMatch(/^\{\{error\}\} Remedy: \S.+\S[.…]$/s);
  });

  test("is tested under its own name", () => {
    const file = at(`test/rules/${name.replace("vpcep-", "")}.test.ts`);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).toContain(`testRule("${name}"`);
  });

  test("says in the README what it claims, why, and how to mend", () => {
    expect(section).toContain(`\n\n${rule.description ?? "a description"}\n\n`);
    expect(section).toMatch(/\*\*Why:\*\* \S/);
    expect(section).toMatch(/\*\*How to mend:\*\* \S/);
  });

  test("shows a bad and a good example in the README", () => {
    const blocks = [...section.matchAll(/^(Bad|Good):\n\n```yaml\n(.*?)```/gms)];
    expect(blocks.map(([, kind]) => kind)).toEqual(["Bad", "Good"]);
    for (const [, , yaml] of blocks) expect(parse(yaml ?? "")).toBeInstanceOf(Object);
  });
});
