import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "@jest/globals";

import { guide } from "../src/guide.js";
import type { JsonObject } from "../src/json.js";

const responses: JsonObject = {
  "200": { description: "Fine." },
  "429": { description: "Too many.\n\nWait.", "x-error-codes": ["A.1"] },
  default: { description: "Else." },
};
const contract: JsonObject = {
  info: { version: "1.2.3" },
  paths: { "/x": { get: { responses } } },
  components: {
    schemas: {
      ErrorBody: {
        properties: {
          error_code: {
            anyOf: [{ $ref: "#/components/schemas/KnownErrorCode" }, { type: "string" }],
          },
        },
      },
      KnownErrorCode: { enum: ["A.1"], "x-enumDescriptions": { "A.1": "Slow down." } },
    },
  },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guide-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const made = (of = contract): Promise<string> =>
  guide(folder, {
    contract: of,
    provenance: {
      facts: [{}, {}],
      deviations: [{ conflict: "A\n  B", decision: "C.", reason: "D." }],
    },
    changelog: "",
  });

test("pages come in the order of their names, filled from the contract", async () => {
  await write("2.md", "{{version}} {{facts}}");
  await write("1.md", "{{statuses}}");
  const text = await made();
  expect(text).toContain("| **429** | **Too many.** Wait. |");
  expect(text).toContain("| **other** | **Else.**  |");
  expect(text).not.toContain("Fine.");
  expect(text.endsWith("1.2.3 2")).toBe(true);
});

test("error codes name the statuses that carry them", async () => {
  await write("1.md", "{{codes}}");
  expect(await made()).toContain("| `A.1` | 429 | Slow down. |");
});

test("what several operations share stands there once, by status", async () => {
  const several: JsonObject = {
    ...contract,
    paths: {
      "/x": { get: { responses } },
      "/y": { get: { responses: { ...responses, "404": { description: "Gone." } } } },
    },
  };
  await write("1.md", "{{statuses}}\n\n{{codes}}");
  const text = await made(several);
  const statuses = [...text.matchAll(/^\| \*\*(\w+)\*\*/gm)].map(([, status]) => status);
  expect(statuses).toEqual(["404", "429", "other"]);
  expect(text).toContain("| `A.1` | 429 | Slow down. |");
});

test("a deviation is one row of a table, however it is written", async () => {
  await write("1.md", "{{deviations}}");
  expect(await made()).toContain("| A B | C. D. |");
});

test("a page that asks for something unknown stops the build", async () => {
  await write("1.md", "{{nonsense}}");
  await expect(made()).rejects.toThrow("The guide asks for {{nonsense}}, which nothing fills.");
});
