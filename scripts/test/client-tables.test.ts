// The tables of errors and retries in the README say what the client's source says.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

const section = (markdown: string, title: string): string =>
  markdown.split(`\n## ${title}`)[1]?.split("\n## ")[0] ?? "";

test("the README names every error class that the client can throw", async () => {
  const source =
    (await read("packages/client/src/errors.ts")) +
    (await read("packages/client/src/vpcep-error.ts"));
  const classes = [...source.matchAll(/^export class (\w+Error)\b/gm)].map(([, name = ""]) => name);
  expect(classes.length).toBeGreaterThan(8);
  const errors = section(await read("README.md"), "Errors");
  // The base classes are in the text above the table; a failed service is an error of waiting.
  const wanted = classes.filter((name) => !["RequestError", "ServiceFailedError"].includes(name));
  expect(wanted.filter((name) => !errors.includes(`\`${name}\``))).toEqual([]);
});

test("the README lists the statuses that are sent again, and the defaults", async () => {
  const retries = section(await read("README.md"), "Retries");
  const policy = await read("packages/client/src/retry-policy.ts");
  const statuses = /retriedStatuses[^=]*= \[([\d, ]+)\]/.exec(policy)?.[1] ?? "none";
  expect(retries).toContain(statuses);
  const options = await read("packages/client/src/options.ts");
  const defaults = [...options.matchAll(/@default ([\d_]+)\n\s+\*\/\n\s+(?:readonly )?(\w+)\?/g)];
  expect(defaults.length).toBeGreaterThan(3);
  const told: Readonly<Record<string, (value: number) => string>> = {
    maxAttempts: (value) => `${value} (\`maxAttempts\`)`,
    maxDelayMs: (value) => `${value / 1000} s (\`maxDelayMs\`)`,
    timeoutMs: (value) => `${value / 1000} s for a call (\`timeoutMs\`)`,
    attemptTimeoutMs: (value) => `${value / 1000} s for an attempt (\`attemptTimeoutMs\`)`,
  };
  const found = defaults.flatMap(([, value = "", name = ""]) =>
    told[name] === undefined ? [] : [told[name](Number(value.replaceAll("_", "")))],
  );
  expect(found).toHaveLength(Object.keys(told).length);
  expect(found.filter((text) => !retries.includes(text))).toEqual([]);
});
