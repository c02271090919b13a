import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

import { softwareBills, type SoftwareBill } from "../release/software-bills.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const time = "2026-01-02T03:04:05Z";
const bills = await softwareBills(root, time);

function billOf(name: string): SoftwareBill {
  const bill = bills.get(name);
  if (bill === undefined) throw new Error(`${name} has no bill.`);
  return bill;
}
const listed = (name: string): string[] =>
  billOf(name)
    .components.map((component) => component.name)
    .sort();

test("each published package has a CycloneDX document that describes it", () => {
  expect([...bills.keys()].sort()).toEqual([
    "@vpcep/client",
    "@vpcep/mock",
    "@vpcep/openapi",
    "@vpcep/types",
  ]);
  for (const [name, bill] of bills) {
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5" });
    expect(bill.metadata).toMatchObject({ timestamp: time, component: { name } });
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

test("lists run-time and bundled dependencies but no development tools", () => {
  expect(listed("@vpcep/openapi")).toEqual([]);
  expect(listed("@vpcep/types")).toEqual([]);
  expect(listed("@vpcep/client")).toEqual([
    "@vpcep/types",
    "openapi-fetch",
    "openapi-typescript-helpers",
  ]);
  expect(listed("@vpcep/mock")).toEqual(["@vpcep/types"]);
});

test("all references point to listed components", () => {
  for (const { metadata, components, dependencies } of bills.values()) {
    const described = new Set([metadata.component, ...components].map((one) => one["bom-ref"]));
    for (const { ref, dependsOn } of dependencies)
      for (const name of [ref, ...dependsOn]) expect(described).toContain(name);
  }
});

test("the same lock file and time produce the same documents", async () => {
  expect(await softwareBills(root, time)).toEqual(bills);
});
