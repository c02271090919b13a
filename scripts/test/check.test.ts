import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { JsonObject } from "@vpcep/contract-reader";
import type { Report } from "@vpcep/review";

import { findBrokenChangesets, missingChangeset } from "../check/changesets.js";
import { findMissingExamples } from "../check/examples.js";

let root: string;

async function write(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(
    join(root, file),
    typeof content === "string" ? content : JSON.stringify(content),
  );
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "check-"));
  await write("package.json", { workspaces: ["packages/*"] });
  await write("packages/client/package.json", { name: "@vpcep/client", version: "1.0.0" });
  await write("packages/openapi/package.json", { name: "@vpcep/openapi", version: "1.0.0" });
  await write("packages/docs/package.json", { name: "@vpcep/docs", private: true });
  await write(".changeset/README.md", "Words.");
  await write(".changeset/good.md", '---\n"@vpcep/client": minor\n---\n\nText.\n');
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test.each([
  ["@vpcep/cleint: minor", /no package "@vpcep\/cleint"/, /^Use @vpcep\/client\./],
  ["@vpcep/contract: minor", /no package "@vpcep\/contract"/, /packages are @vpcep\/client, /],
  ["openapi: minor", /no package "openapi"/, /^Use @vpcep\/openapi\./],
  ["@vpcep/docs: patch", /"@vpcep\/docs" is private/, /^Use /],
  ["@vpcep/client: huge", /"huge" is not a valid release type/, /patch, minor, or major/],
  ["@vpcep/client: [", /doesn't start with a list/, /"@vpcep\/client": minor/],
])("reports the invalid changeset %s and suggests a correction", async (front, reason, remedy) => {
  const text = front.replace(/^(@?[\w/]+): /, '"$1": ');
  await write(".changeset/tried.md", `---\n${text}\n---\n\nText.\n`);
  expect(await findBrokenChangesets(root)).toEqual([
    {
      kind: "changeset",
      place: ".changeset/tried.md",
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(remedy),
    },
  ]);
});

test("suggests a changeset when the declared release is too small", () => {
  const announcement = { fit: "small", level: "major", announced: "minor", dueVersion: "2.0.0" };
  const report = { announcement, changelog: ["`a` is gone."], faults: [] } as unknown as Report;
  expect(missingChangeset(report)).toEqual({
    kind: "changeset",
    place: ".changeset/",
    reason:
      "The contract changes require a major release (2.0.0), but the changesets declare a minor release.",
    remedy: expect.stringContaining('"@vpcep/openapi": major\n---\n\n- `a` is gone.'),
  });
  const right = { ...report, announcement: { ...announcement, fit: "right" } };
  expect(missingChangeset(right as unknown as Report)).toBeUndefined();
});

test("reports a property that is missing from all response examples", () => {
  const item = { type: "object", properties: { shown: {}, hidden: {}, other: {} } };
  const responseWith = (schema: object, value: unknown): object => ({
    "200": { content: { "application/json": { schema, examples: { one: { value } } } } },
  });
  const one = { $ref: "#/components/schemas/Item" };
  const contract = {
    paths: {
      "/one": { get: { operationId: "getOne", responses: responseWith(one, { shown: 1 }) } },
      "/all": {
        get: {
          operationId: "getAll",
          responses: responseWith({ type: "array", items: one }, [{ other: 1 }]),
        },
      },
    },
    components: { schemas: { Item: item } },
  } as unknown as JsonObject;
  expect(findMissingExamples(contract)).toEqual([
    expect.objectContaining({
      place: "openapi/components/schemas/Item.yaml",
      reason: 'No response example contains the property "hidden".',
    }),
  ]);
});
