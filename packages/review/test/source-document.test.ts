import { expect, test } from "@jest/globals";

import { SourceDocument } from "../src/load/document.js";

const tricky = {
  'a "quoted" key': { "back\\": "slash\\", "}": '"}' },
  empty: [{}, [], "", 0],
  "": { numbers: [-1.5e-7, 0, 1e300], words: [true, false, null] },
  nested: [[{ deep: ["[", "]", { "ü \u2028 😀": "\n\t" }] }], "last"],
  ["__proto__"]: { text: 'ends with \\\\" and goes on' },
};

test("parses JSON in the same way as `JSON.parse`, and parses YAML flow mappings as YAML", () => {
  const text = JSON.stringify(tricky, null, 2);
  expect(new SourceDocument("a.json", text).value).toEqual(JSON.parse(text));
  expect(new SourceDocument("a.yaml", "{ a: 1, 'b': [2] }").value).toEqual({ a: 1, b: [2] });
});

test.each([
  ["JSON", '{\n  "a": {\n    "b": [1,\n      2]\n  }\n}', [2, 3, 3, 4]],
  ["YAML", "a:\n  b:\n    - 1\n    - 2\n", [1, 2, 3, 4]],
])("line numbers in %s start at 1", (_, text, lines) => {
  const document = new SourceDocument("openapi", text);
  const root = document.value as { a: { b: number[] } };
  expect([
    document.lineOf(root, "a"),
    document.lineOf(root.a, "b"),
    document.lineOf(root.a.b, "0"),
    document.lineOf(root.a.b, "1"),
  ]).toEqual(lines);
  expect(document.lineOf(root.a, "c")).toBeUndefined();
});

test.each([
  ["JSON", '{"a": 1,\n"a": 2}'],
  ["YAML", "a: 1\na: 2\n"],
])("reports the line of a duplicate key in %s", (_, text) => {
  const { faults } = new SourceDocument("openapi", text);
  expect(faults).toEqual([
    { line: 2, text: 'the key "a" appears twice in the same object. Remove one occurrence.' },
  ]);
});

test.each([
  ["JSON", '{"a": 9007199254740993, "b": 9007199254740991}'],
  ["YAML", "a: 9007199254740993\nb: 9007199254740991\n"],
])("preserves the original text of an integer outside the safe range in %s", (_, text) => {
  expect(new SourceDocument("openapi", text).largeIntegers).toEqual([
    { line: 1, written: "9007199254740993" },
  ]);
});

test("a YAML merge key adds only missing entries to a mapping", () => {
  const text = "base: &base { a: 1, b: 2 }\nmine:\n  <<: *base\n  b: 3\n";
  expect(new SourceDocument("a.yaml", text).value).toMatchObject({ mine: { a: 1, b: 3 } });
});

test.each([
  ["aliases that expand exponentially", bomb(), /aliases that expand to more than 5000000 values/],
  ["a self-referencing alias", "a: &a [*a]\n", /contains an alias that refers to itself/],
  ["deep JSON", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, /more than 400 levels deep/],
  ["deep YAML", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`, /more than 400 levels deep/],
  ["broken YAML", "a: [1\nb: 2\n", /^openapi:\d+ is not valid YAML/],
])("rejects %s with a clear message", (_, text, message) => {
  expect(() => new SourceDocument("openapi", text)).toThrow(message);
});

function bomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 9; level++)
    lines.push(
      `a${level}: &a${level} [${Array<string>(9)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  return lines.join("\n");
}
