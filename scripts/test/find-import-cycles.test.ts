import { expect, test } from "@jest/globals";

import { importCycles, importGraph } from "../find-import-cycles.js";

const cyclesOf = (sources: Record<string, string>): string[][] =>
  importCycles(importGraph(Object.keys(sources), (file) => sources[file] ?? ""));

test("finds a cycle of type-only imports", () => {
  expect(
    cyclesOf({
      "src/a.ts": 'import type { B } from "./b.js";',
      "src/b.ts": 'export type { C } from "./deep/c.js";',
      "src/deep/c.ts": 'export type C = import("../a.js").A;',
      "src/d.ts": 'import { a } from "./a.js";',
    }),
  ).toEqual([["src/a.ts", "src/b.ts", "src/deep/c.ts"]]);
});

test("finds a file that imports itself", () => {
  expect(cyclesOf({ "a.ts": 'import * as a from "./a.js";' })).toEqual([["a.ts"]]);
});

test("doesn't report two import paths to the same file as a cycle", () => {
  expect(
    cyclesOf({
      "a.ts": 'import "./b.js"; import "./c.js"; import "node:fs"; import "yaml";',
      "b.ts": 'import "./d.js";',
      "c.ts": 'import "./d.js"; import "./b.js";',
      "d.ts": "export {};",
    }),
  ).toEqual([]);
});
