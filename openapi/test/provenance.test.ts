import { describe, expect, test } from "@jest/globals";

import { failuresOf, schemaCompiler } from "./check-expectation.js";
import { propertyPointers } from "./property-pointers.js";
import { readBundle, readProvenance } from "./read-provenance.js";
import { resolvePointer } from "./resolve-pointer.js";

const provenance = await readProvenance();
const bundle = await readBundle();
const compile = schemaCompiler(bundle);

const { facts, deviations, inventory, sources } = provenance;
const claimed = new Set(facts.flatMap((fact) => fact.checks.map((check) => check.at)));

describe("each fact stands where provenance.yaml says", () => {
  test.each(facts.map((fact) => [fact.id, fact] as const))("%s", (_, fact) => {
    expect(fact.checks.length).toBeGreaterThan(0);
    expect(fact.checks.flatMap((check) => failuresOf(check, bundle, compile))).toEqual([]);
  });
});

describe("each deviation stands where provenance.yaml says", () => {
  test.each(deviations.map((deviation) => [deviation.id, deviation] as const))(
    "%s",
    (_, deviation) => {
      for (const text of [deviation.conflict, deviation.decision, deviation.reason])
        expect(text).toMatch(/\S/);
      expect(
        deviation.at.filter((pointer) => resolvePointer(bundle, pointer) === undefined),
      ).toEqual([]);
      expect(deviation.at.length).toBeGreaterThan(0);
      expect(
        (deviation.checks ?? []).flatMap((check) => failuresOf(check, bundle, compile)),
      ).toEqual([]);
    },
  );
});

test("every row of the source document is claimed by a fact", () => {
  const rows = Object.entries(inventory).flatMap(([place, entries]) =>
    entries.map((entry) => `${place}/${entry}`),
  );
  const told = facts
    .filter((fact) => fact.source.place !== undefined)
    .map((fact) => `${fact.source.place ?? ""}/${fact.source.entry ?? ""}`);
  expect(rows.filter((row) => !told.includes(row))).toEqual([]);
  expect(told.filter((row) => !rows.includes(row))).toEqual([]);
});

test("the inventory counts 2, 18, 3, 2 and 2 rows, as the tables of the source document do", () => {
  const tables = Object.entries(inventory).filter(([place]) => place.startsWith("table-"));
  expect(tables.map(([, rows]) => rows.length)).toEqual([2, 18, 3, 2, 2]);
});

test("every property of the contract has a fact", () => {
  const properties = propertyPointers(bundle);
  expect(properties.length).toBeGreaterThan(30);
  expect(properties.filter((pointer) => !claimed.has(pointer))).toEqual([]);
});

test("every parameter, header and security scheme has a fact", () => {
  const components = bundle["components"] as Record<string, Record<string, unknown>>;
  const pointers = ["parameters", "headers", "securitySchemes"].flatMap((kind) =>
    Object.keys(components[kind] ?? {}).map((name) => `/components/${kind}/${name}`),
  );
  const isClaimed = (pointer: string): boolean =>
    [...claimed].some((at) => at === pointer || at.startsWith(`${pointer}/`));
  expect(pointers.length).toBeGreaterThan(0);
  expect(pointers.filter((pointer) => !isClaimed(pointer))).toEqual([]);
});

test("every status that the operation describes has a fact", () => {
  const at =
    "/paths/~1v1~1{project_id}~1vpc-endpoint-services~1{vpc_endpoint_service_id}/get/responses";
  const told = facts.flatMap((fact) =>
    fact.checks
      .filter((check) => check.at === at)
      .flatMap((check) => Object.keys(check.expect as object)),
  );
  expect(
    Object.keys(resolvePointer(bundle, at) as object).filter((status) => !told.includes(status)),
  ).toEqual([]);
});

test("ids are unique and every source is declared", () => {
  const ids = [...facts, ...deviations].map((entry) => entry.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(facts.filter((fact) => !(fact.source.document in sources)).map((fact) => fact.id)).toEqual(
    [],
  );
});
