// Follows the recipes in CONTRIBUTING.md that change a tool.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, test } from "@jest/globals";

import { runInClone } from "../../scripts/test/run-in-clone.js";
import { startWalk } from "./walk.js";

const minutes = 60_000;
const exec = promisify(execFile);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const rule = `
/** @type {HouseRule} */
export const operationDefault = {
  claim: "Every operation documents a default response.",
  why: "A gateway can return a status that the documentation does not list.",
  remedy: "Refer to components/responses/UnexpectedError.yaml under \`default\`.",
  breaks: [
    {
      finds: "an operation without a default response",
      set: { "/paths/~1v1~1parcels~1{parcel_id}/get/responses/default": undefined },
      at: "/paths/~1v1~1parcels~1{parcel_id}/get/responses",
      says: "The operation has no default response.",
    },
  ],
  *check(description) {
    for (const { operation, path } of walkOperations(description))
      if (!("default" in node(operation["responses"])))
        yield { message: "The operation has no default response.", path: [...path, "responses"] };
  },
};
`;

test(
  "add a lint rule",
  async () => {
    const walk = await startWalk();
    try {
      const rules = "packages/ruleset/src/rules/errors.js";
      await walk.write(rules, (await walk.read(rules)) + rule);
      await walk.replace(rules, "  walkMediaTypes,", "  walkMediaTypes,\n  walkOperations,");
      await walk.replace(
        "packages/ruleset/src/index.js",
        '"vpcep-error-code-listed": errors.errorCodeListed,',
        '"vpcep-error-code-listed": errors.errorCodeListed,\n  "vpcep-operation-default-documented": errors.operationDefault,',
      );
      expect(await walk.missing()).toEqual(["packages/ruleset/README.md generated file"]);
      await walk.expectGreen();

      await walk.editYaml("openapi/openapi.yaml", (document) => {
        const details = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
        document.deleteIn(["paths", details, "get", "responses", "default"]);
      });
      const { code, stdout, stderr } = await walk.runCommand("npm", "run", "--silent", "lint");
      expect(code).not.toBe(0);
      expect(stdout + stderr).toContain("The operation has no default response.");
    } finally {
      await walk.remove();
    }
  },
  30 * minutes,
);

/** Returns the newest Redocly CLI release, or the previous release if the repository already uses the newest. */
async function otherRelease(inUse: string): Promise<string> {
  const { stdout } = await exec("npm", ["view", "@redocly/cli@2", "version", "--json"]);
  const releases = JSON.parse(stdout) as string[];
  const other = releases.filter((release) => release !== inUse).at(-1);
  if (other === undefined) throw new Error("The registry has no other release of @redocly/cli.");
  return other;
}

test(
  "upgrade Redoc",
  async () => {
    const work = await realpath(await mkdtemp(join(tmpdir(), "recipe-")));
    const folder = join(work, "clone");
    const run = async (...command: [string, ...string[]]): Promise<void> => {
      const { code, stdout, stderr } = await runInClone(folder, command);
      if (code !== 0) throw new Error(`${command.join(" ")} failed:\n${stdout}\n${stderr}`);
    };
    try {
      // Installs all packages, because the recipe changes the lock file.
      await exec("git", ["clone", "--quiet", "--local", root, folder]);
      await run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
      const manifests = [
        "package.json",
        ...["docs", "review", "verify"].map((name) => `packages/${name}/package.json`),
      ];
      const inUse =
        /"@redocly\/cli": "(.+)"/.exec(await readFile(join(folder, "package.json"), "utf8"))?.[1] ??
        "";
      const other = await otherRelease(inUse);
      for (const manifest of manifests) {
        const text = await readFile(join(folder, manifest), "utf8");
        expect(text).toContain(`"@redocly/cli": "${inUse}"`);
        await writeFile(
          join(folder, manifest),
          text.replace(`"@redocly/cli": "${inUse}"`, `"@redocly/cli": "${other}"`),
        );
      }
      await run("npm", "install", "--no-audit", "--no-fund");
      const installed = JSON.parse(
        await readFile(join(folder, "node_modules/@redocly/cli/package.json"), "utf8"),
      ) as { version: string };
      expect(installed.version).toBe(other);
      await run("npm", "run", "build");
      await run("npm", "test", "--", "packages/docs", "packages/review");
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
  30 * minutes,
);
