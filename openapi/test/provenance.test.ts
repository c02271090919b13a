import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";
import { readContract } from "@vpcep/contract-reader";

import { findInProvenance, readProvenance } from "../../packages/provenance/src/index.js";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const text = await readFile(join(folder, "provenance.yaml"), "utf8");

test("the contract matches openapi/provenance.yaml", () => {
  const told = findInProvenance(text, readContract()).map(
    ({ line, reason, remedy }) => `openapi/provenance.yaml:${line}: ${reason} ${remedy}`,
  );
  expect(told).toEqual([]);
});

test("the inventory lists all rows of the source document's five tables", () => {
  const { inventory } = readProvenance(text);
  const tables = Object.entries(inventory).filter(([place]) => place.startsWith("table-"));
  expect(tables.map(([, rows]) => rows.length)).toEqual([2, 18, 3, 2, 2]);
});
