import { readFolder } from "../../src/git/history.js";

/** A pair of descriptions from a public test suite, and the expected result. */
export interface SuitePair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** `either` means that the suite reports only a risk or a warning. */
  readonly expected: Expectation;
}
type Expectation = "breaking" | "either" | "not breaking";

/** Public test suites, read from local clones. */
export const publicSuites = [
  { name: "Netcracker's compatibility suites", read: netcracker },
  { name: "oasdiff's checker", read: oasdiff },
] as const;

const strictest = (all: readonly Expectation[]): Expectation =>
  all.includes("breaking") ? "breaking" : all.includes("either") ? "either" : "not breaking";

function add(found: Map<string, Expectation[]>, key: string, more: readonly Expectation[]): void {
  found.set(key, [...(found.get(key) ?? []), ...more]);
}

/**
 * Reads the Netcracker suites, which contain one folder per pair and templates that insert schemas into parameters,
 * bodies, and headers. The expected results come from the tests of `api-diff` and are matched with the pairs by suite
 * ID and pair ID.
 */
function netcracker(cloneOf: (repository: string) => string): SuitePair[] {
  const tests = readFolder(
    cloneOf("Netcracker/qubership-apihub-api-diff"),
    "HEAD",
    "test/compatibility-suites/openapi",
    /\.ts$/,
  );
  const top = "bin/comparison-base-suite";
  const files = readFolder(
    cloneOf("Netcracker/qubership-apihub-compatibility-suites"),
    "HEAD",
    top,
    /\.(yaml|tpl)$/,
  );
  const expected = new Map<string, Expectation[]>();
  const scan = (suite: string, text: string): void => {
    for (const part of text.split(/\n\s*(?:test|it)(?:\.skip)?\(/).slice(1)) {
      const id = /TEST_?ID = ['"]([^'"]+)['"]/i.exec(part)?.[1];
      if (id === undefined) continue;
      const types = [...part.matchAll(/type: (?:\w+\.)?(breaking|risky|\w+)/g)].map(([, type]) =>
        type === "breaking" ? "breaking" : type === "risky" ? "either" : "not breaking",
      );
      const isEmpty = part.includes("toEqual([])");
      if (types.length > 0 || isEmpty) add(expected, `${suite}/${id}`, [...types, "not breaking"]);
    }
  };
  const templates = [...tests].filter(([path]) => path.includes("/templates/"));
  for (const [path, text] of tests) {
    const suite = /SUITE_ID = ['"]([^'"]+)['"]/.exec(text)?.[1];
    if (suite === undefined || path.includes("/templates/")) continue;
    scan(suite, text);
    for (const [, name = ""] of text.matchAll(/^\s+(run\w+)\(/gm))
      for (const [, template] of templates) {
        const [, body] = template.split(`export function ${name}(`);
        if (body !== undefined) scan(suite, body.split("\nexport function ")[0] ?? "");
      }
  }
  const fileOf = (suite: string, id: string, side: string): string | undefined => {
    const own = files.get(`${top}/openapi/${suite}/${id}/${side}.yaml`);
    const template = files.get(`${top}/openapi/${suite}/template.yaml.tpl`);
    const schema = files.get(`${top}/schemas/json-schema/${id}/${side}.yaml`);
    if (own !== undefined || template === undefined || schema === undefined) return own;
    const version = files
      .get(`${top}/openapi/${suite}/${id}/metadata.yaml`)
      ?.match(/3\.\d\.\d/)?.[0];
    return template
      .replace(/^( *)__SCHEMA__$/m, (_, indent: string) => schema.replace(/^(?=.)/gm, indent))
      .replace(/^openapi:.*$/m, `openapi: ${version ?? "3.0.4"}`);
  };
  return [...expected].flatMap(([key, all]) => {
    const [suite = "", id = ""] = key.split("/");
    const [before, after] = [fileOf(suite, id, "before"), fileOf(suite, id, "after")];
    if (before === undefined || after === undefined) return [];
    return [{ name: key, before, after, expected: strictest(all) }];
  });
}

/**
 * Reads the `oasdiff` checker's tests that compare two files in `data/`, and the expected level of each test. Skips
 * tests that modify the loaded descriptions.
 */
function oasdiff(cloneOf: (repository: string) => string): SuitePair[] {
  const root = cloneOf("oasdiff/oasdiff");
  const tests = readFolder(root, "HEAD", "checker", /\.go$/);
  const data = readFolder(root, "HEAD", "data");
  const levels = new Map(
    [...(tests.get("checker/rules.go") ?? "").matchAll(/Rule\w*\((\w+), (ERR|WARN|INFO)/g)].map(
      ([, id = "", level = ""]) => [id, level],
    ),
  );
  const expected = new Map<string, Expectation[]>();
  for (const [path, text] of tests) {
    if (!path.endsWith("_test.go")) continue;
    for (const part of text.split(/\nfunc Test/).slice(1)) {
      const paths = [...part.matchAll(/\b(?:open|load)\w*\((?:t, )?"\.\.\/(data\/[^"]+)"\)/gi)].map(
        ([, file = ""]) => file,
      );
      const [before, after] = [...new Set(paths)];
      if (paths.length !== 2 || after === undefined) continue;
      if (/s[12]\.Spec\.|delete\(/.test(part)) continue;
      const found = [
        ...[...part.matchAll(/Id:\s+(?:checker\.)?(\w+)/g)].map(([, id = ""]) => levels.get(id)),
        ...[...part.matchAll(/Level:\s+checker\.(\w+)/g)].map(([, level]) => level),
      ].filter((level) => level !== undefined);
      const all = found.map((level) =>
        level === "ERR" ? "breaking" : level === "WARN" ? "either" : "not breaking",
      );
      // Several tests can use the same pair to check different rules.
      if (all.length > 0) add(expected, `${before ?? ""} ${after}`, all);
    }
  }
  return [...expected].flatMap(([name, all]) => {
    const [before, after] = name.split(" ").map((file) => data.get(file));
    if (before === undefined || after === undefined) return [];
    return [{ name, before, after, expected: strictest(all) }];
  });
}
