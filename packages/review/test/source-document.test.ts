import { expect, test } from "@jest/globals";

import { JsonOffsets } from "../src/load/json-offsets.js";
import { SourceDocument } from "../src/load/source-document.js";
import { YamlOffsets } from "../src/load/yaml-offsets.js";

const tricky = {
  'a "quoted" key': { "back\\": "slash\\", "}": '"}' },
  empty: [{}, [], "", 0],
  "": { numbers: [-1.5e-7, 0, 1e300], words: [true, false, null] },
  nested: [[{ deep: ["[", "]", { "ü \u2028 😀": "\n\t" }] }], "last"],
  ["__proto__"]: { text: 'ends with \\\\" and goes on' },
};

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
  return [path, ...inner];
}

test.each([
  ["on one line", JSON.stringify(tricky)],
  ["indented", JSON.stringify(tricky, null, 2)],
  ["with blanks", `\n ${JSON.stringify(tricky, null, "\t").replace(/":/g, '"\r\n : ')}\n`],
])("every place of a JSON text %s is where a YAML parser finds it", (_, text) => {
  const [json, yaml] = [new JsonOffsets(text), new YamlOffsets(text)];
  const paths = pathsOf(JSON.parse(text));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) expect([path, json.at(path)]).toEqual([path, yaml.at(path)]);
});

test.each([
  ["JSON", '{\n  "a": {\n    "b": [1,\n      2]\n  }\n}'],
  ["YAML", "a:\n  b:\n    - 1\n    - 2\n"],
])("a line of %s counts from 1; what is missing has that of its nearest ancestor", (kind, text) => {
  const document = new SourceDocument("openapi", text);
  const lines = kind === "JSON" ? [1, 2, 3, 3, 4] : [1, 1, 2, 3, 4];
  const paths = [[], ["a"], ["a", "b"], ["a", "b", "0"], ["a", "b", "1"]];
  expect(paths.map((path) => document.line(path))).toEqual(lines);
  expect(document.line(["a", "b", "1", "c"])).toBe(4);
  expect(document.line(["a", "c", "d"])).toBe(lines[1]);
});
