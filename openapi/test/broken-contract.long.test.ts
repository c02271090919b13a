// Breaks a copy of the contract and checks the error messages from the `lint` and `bundle` commands. Needs a build.
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { runTool, type ToolResult } from "@vpcep/run-tool";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const needed = [
  ".spectral.yaml",
  "redocly.yaml",
  "package.json",
  "openapi",
  "packages/codegen",
  "packages/ruleset",
];
const portMapping = "openapi/components/schemas/PortMapping.yaml";
const notFound = "openapi/components/responses/NotFound.yaml";
const printed = "openapi/components/examples/vpc-endpoint-service-printed.yaml";

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "broken-contract-"));
  for (const name of needed) await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

const read = (file: string): Promise<string> => readFile(join(copy, file), "utf8");
const lint = (): Promise<ToolResult> =>
  runScript("packages/ruleset/lint/lint-contract.ts", "source");
const bundle = (): Promise<ToolResult> => runScript("packages/codegen/src/bundle.ts");

function runScript(...args: string[]): Promise<ToolResult> {
  const [script = "", ...rest] = args;
  return runTool("tsx", [join(copy, script), ...rest], copy);
}

/** Returns the number of the line that contains the text, starting at 1. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

/** Changes a contract file, runs the function, and then restores the file. */
async function withEdit<T>(
  [file, from, to]: readonly [string, string, string],
  work: (line: number) => Promise<T>,
): Promise<T> {
  const original = await read(file);
  expect(original).toContain(from);
  const edited = original.replace(from, to);
  await writeFile(join(copy, file), edited);
  try {
    return await work(lineOf(edited, to));
  } finally {
    await writeFile(join(copy, file), original);
  }
}

const structural = [
  {
    name: "a syntax error",
    edit: [portMapping, "description: Maps a port", "description: Maps: a port"],
    reason: /bad indentation of a mapping entry/,
  },
  {
    name: "an unresolved $ref",
    edit: [notFound, "../schemas/ErrorBody.yaml", "../schemas/NoSuchBody.yaml"],
    reason: /no such file .*NoSuchBody\.yaml/,
  },
  {
    name: "a wrong type",
    edit: [portMapping, "maximum: 65535", "maximum: many"],
    reason: /Expected type `number` but got `string`/,
  },
] as const;

test.each(structural)(
  "for $name, `lint` and `bundle` report the file, line, and reason, and the existing bundle stays unchanged",
  async ({ edit, reason }) => {
    const before = [
      await read("openapi/dist/openapi.yaml"),
      await read("openapi/dist/openapi.json"),
    ];
    await withEdit(edit, async (line) => {
      const runs = await Promise.all([lint(), bundle()]);
      for (const run of runs) {
        expect(run.code).toBe(1);
        expect(run.stderr).toContain(`${edit[0]}:${line}:`);
        expect(run.stderr).toMatch(reason);
        expect(run.stderr).toContain("Remedy: ");
        // Paths in messages are relative to the repository root.
        expect(run.stderr).not.toContain(copy);
      }
      expect(runs[1].stderr).toContain("openapi/dist is unchanged");
    });
    const after = [
      await read("openapi/dist/openapi.yaml"),
      await read("openapi/dist/openapi.json"),
    ];
    expect(after).toEqual(before);
  },
  60_000,
);

test("`lint` reports the location of a missing description and of an invalid example", async () => {
  const description = [
    portMapping,
    "    description: |\n      Port of the backend",
    "    x-note: |\n      Port of the backend",
  ] as const;
  const example = [printed, "client_port: 8080", 'client_port: "8080"'] as const;
  await withEdit(description, () =>
    withEdit(example, async (line) => {
      const run = await lint();
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(
        /PortMapping\.yaml:\d+:\d+ {2}vpcep-leaf-described \(Spectral\)\n {2}The property "server_port" has no description\.\n {2}Remedy: Add a description/,
      );
      expect(run.stderr).toContain(`${printed}:${line}:`);
      expect(run.stderr).toMatch(/oas3-valid-media-example \(Spectral\)\n.*must be integer/);
    }),
  );
}, 60_000);

test("`lint` finds no problems in the unchanged contract", async () => {
  const run = await lint();
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^openapi\/openapi\.yaml: .* found nothing .*\n$/);
}, 60_000);

test("a region can be added before the existing regions without a configuration change", async () => {
  const region = `servers:
  - url: https://vpcep.eu-xx.otc.t-systems.com
    description: Production, region eu-xx.
    x-region: eu-xx
    x-internal: false
`;
  await withEdit(["openapi/openapi.yaml", "servers:\n", region], async () => {
    expect(await lint()).toMatchObject({ code: 0, stderr: "" });
  });
}, 60_000);

test("an unknown target or a missing build causes a one-line error", async () => {
  const unknown = await runScript("packages/ruleset/lint/lint-contract.ts", "everything");
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Usage: .*\n$/),
  });
  await rm(join(copy, "openapi/dist"), { recursive: true });
  const unbuilt = await runScript("packages/ruleset/lint/lint-contract.ts", "bundle");
  expect(unbuilt).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^openapi\/dist\/openapi\.yaml is missing\. Run: npm run build/),
  });
}, 60_000);
