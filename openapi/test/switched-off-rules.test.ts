// Checks that every exception in .spectral.yaml is still needed.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parse } from "yaml";

import { runTool } from "@vpcep/run-tool";

interface Settings {
  extends: (string | [string, string])[];
  overrides: { files: string[]; rules: Record<string, string> }[];
}
interface Result {
  code: string;
  source: string;
  path: (string | number)[];
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const text = await readFile(join(root, ".spectral.yaml"), "utf8");
const settings = parse(text) as Settings;
const folder = join(root, `openapi/.tmp/switched-off-${process.pid}`);

/** For each rule, the locations (`<file>#<pointer>`) of its findings when no exceptions apply. */
const places = new Map<string, string[]>();

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  const ruleset = join(folder, "ruleset.json");
  const all = settings.extends.map((entry) =>
    typeof entry === "string" ? relative(folder, join(root, entry)) : entry,
  );
  await writeFile(ruleset, JSON.stringify({ extends: all }));
  for (const file of ["openapi/openapi.yaml", "openapi/dist/openapi.yaml"]) {
    const args = ["lint", file, "--ruleset", ruleset, "--format", "json", "--quiet"];
    const run = await runTool("spectral", args, root);
    for (const { code, source, path } of JSON.parse(run.stdout) as Result[]) {
      const pointer = path.map((step) => `/${String(step).replaceAll("/", "~1")}`).join("");
      const place = `${relative(root, source)}#${pointer}`;
      places.set(code, [...(places.get(code) ?? []), place]);
    }
  }
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Whether an override's pattern matches a location or one of its parents in the same file. */
function covers(pattern: string, place: string): boolean {
  const expression = pattern
    .replace(/[.$]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replace(/\{(.*?)\}/g, (_, choices: string) => `(${choices.replaceAll(",", "|")})`);
  return new RegExp(`^${expression}(/|$)`).test(place);
}

const offs = settings.overrides.flatMap(({ files, rules }) =>
  Object.keys(rules).map((rule) => ({ rule, files })),
);

test.each(offs)("$rule is turned off and would otherwise report findings", ({ rule, files }) => {
  const found = places.get(rule) ?? [];
  expect(found.filter((place) => files.some((pattern) => covers(pattern, place)))).not.toEqual([]);
});

test.each(
  settings.overrides.flatMap(({ files, rules }) =>
    files.map((pattern) => ({ pattern, rules: Object.keys(rules) })),
  ),
)("the override for $pattern is still needed", ({ pattern, rules }) => {
  const found = rules.flatMap((rule) => places.get(rule) ?? []);
  expect(found.filter((place) => covers(pattern, place))).not.toEqual([]);
});

test("a comment explains why each rule is turned off", () => {
  const lines = text.split("\n");
  const off = lines.flatMap((line, index) => (line.endsWith(": off") ? [index] : []));
  expect(off).toHaveLength(offs.length);
  for (const index of off) {
    let above = index - 1;
    while (lines[above]?.endsWith(": off")) above -= 1;
    expect(lines[above]).toMatch(/^ {6}# \S/);
  }
});
