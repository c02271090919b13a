import { execFile } from "node:child_process";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { folderSize } from "../folder-size.js";
import { number } from "../format.js";
import { packageVersions } from "../package-versions.js";
import { root } from "../places.js";
import { mustRun, type ProcessRun } from "../run-process.js";
import type { Findings, Section } from "../section.js";

/** The file that the benchmark edits. */
const edited = "packages/client/src/index.ts";

/** Installs the dependencies, builds the packages, and runs the tests in a fresh clone. */
async function run(progress: (text: string) => void): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), "daily-"));
  try {
    await promisify(execFile)("git", ["clone", "--quiet", "--local", root, folder]);
    const npm = (what: string, ...args: string[]): Promise<ProcessRun> => {
      progress(what);
      return mustRun("npm", args, { cwd: folder });
    };
    const install = await npm("npm ci", "ci");
    const warnings = install.stderr.split("\n").filter((line) => line.startsWith("npm warn"));
    const packages = /added (\d+) packages/.exec(install.stdout)?.[1] ?? "?";
    const { bytes } = await folderSize(join(folder, "node_modules"));
    await npm("build", "run", "build");
    const cold = await npm("npm test, cold", "test");
    const warm = await npm("npm test, warm", "test");
    await appendFile(join(folder, edited), "\n// edited\n");
    const afterEdit = await npm("npm test after an edit", "test");
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    const counts = cold.stdout.trim().split("\n").at(-1) ?? "";
    return {
      method: [
        "On an otherwise idle machine, the benchmark clones the committed files, runs npm ci and npm run build once, and runs npm test three times. The npm cache isn't cleared.",
      ],
      versions: { "vpcep-contract": version, ...(await packageVersions(["turbo", "jest"])) },
      tables: [
        {
          title: "Installing and testing in a fresh clone",
          columns: ["step", "seconds", "output"],
          rows: [
            [
              "npm ci",
              number(install.seconds),
              `${packages} packages, ${Math.round(bytes / 1_000_000)} MB, ${warnings.length} warnings`,
            ],
            ["npm test after a build, no cached results", number(cold.seconds), counts],
            ["npm test again", number(warm.seconds), "all results cached"],
            [`npm test after editing ${edited}`, number(afterEdit.seconds), ""],
          ],
        },
      ],
      goals: [
        {
          goal: "npm ci: at most 1,100 packages and 500 MB, no warnings",
          held: Number(packages) <= 1100 && bytes <= 500_000_000 && warnings.length === 0,
          seen: `${packages} packages, ${Math.round(bytes / 1_000_000)} MB, ${warnings.length} warnings`,
        },
        {
          goal: "npm test takes at most three minutes on two cores",
          held: cold.seconds <= 180,
          seen: `${number(cold.seconds)} s`,
        },
      ],
      remarks: [],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const daily: Section = { name: "daily", title: "Install and test", run };
