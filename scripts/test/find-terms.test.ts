import { expect, test } from "@jest/globals";

import { findInMarkdown, findInYaml } from "../prose/find-terms.js";

const terms = [
  { term: "\\bmend(s|ed|ing)?\\b", use: "fix" },
  { term: "\\bleads? nowhere\\b", use: "not found" },
];

test("finds terms and their lines in paragraphs, headings, tables, and link texts", async () => {
  const text = "# Mending\n\nA link\nleads nowhere.\n\n| a |\n| - |\n| mend |\n\n[mended](x.md)\n";
  expect(await findInMarkdown(text, terms)).toEqual([
    { line: 1, found: "Mending", use: "fix" },
    { line: 4, found: "leads nowhere", use: "not found" },
    { line: 8, found: "mend", use: "fix" },
    { line: 10, found: "mended", use: "fix" },
  ]);
});

test("ignores code, URLs, and longer words", async () => {
  const text =
    "`mend` [a](mend.md)\n\n```sh\nmend\n```\n\nAn amendment recommends tremendous things.\n";
  expect(await findInMarkdown(text, terms)).toEqual([]);
});

test("checks prose in a YAML file but not keys or other values", async () => {
  const text =
    "mend: mend\nenum: [mend]\ndescription: |\n  One.\n\n  It was mended.\nsummary: They mend it.\nx-enumDescriptions:\n  A: Mended later.\n";
  expect(await findInYaml(text, terms)).toEqual([
    { line: 6, found: "mended", use: "fix" },
    { line: 7, found: "mend", use: "fix" },
    { line: 9, found: "Mended", use: "fix" },
  ]);
});
