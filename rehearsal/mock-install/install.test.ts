// Installs the mock with each package manager on Node 24, checks which packages were installed, and starts the mock.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runTool, toolScript } from "@vpcep/run-tool";

import { packPackages } from "../../scripts/release/pack-packages.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = dirname(fileURLToPath(import.meta.url));

/** The only packages that an installation of the mock may contain. */
const allowed = ["@vpcep/mock", "@vpcep/types"];

const packageFolder = (name: string): string => join(root, "rehearsal/node_modules", name);
const node = join(packageFolder("node24-linux-x64"), "bin/node");
const npm = toolScript("npm") ?? "npm";

let work: string;
let tarballs: Record<string, string>;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "mock-install-"));
  const packed = await packPackages(root, join(work, "tarballs"));
  tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
});
afterAll(() => rm(work, { recursive: true, force: true }));

interface Manager {
  /** Node arguments that run the package manager's install command. */
  install: readonly string[];
  /** Node arguments needed to run the project's programs. */
  run: readonly string[];
  /** Returns the names of the installed packages. */
  installed: (folder: string) => Promise<string[]>;
  files?: Record<string, string>;
}

const managers: Record<string, Manager> = {
  npm: {
    install: [npm, "install", "--offline", "--no-audit", "--no-fund"],
    run: [],
    installed: async (folder) => {
      const text = await readFile(join(folder, "node_modules/.package-lock.json"), "utf8");
      const { packages } = JSON.parse(text) as { packages: Record<string, unknown> };
      return Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ""));
    },
  },
  pnpm: {
    install: [join(packageFolder("pnpm"), "bin/pnpm.cjs"), "install", "--offline"],
    run: [],
    installed: async (folder) => {
      const names = await readdir(join(folder, "node_modules/.pnpm"));
      return names
        .filter((name) => name.includes("@") && name !== "node_modules")
        .map((name) => name.replace("+", "/").replace(/(?<=.)@.*/, ""));
    },
  },
  Yarn: {
    install: [join(packageFolder("@yarnpkg/cli-dist"), "bin/yarn.js"), "install"],
    run: [join(packageFolder("@yarnpkg/cli-dist"), "bin/yarn.js"), "node"],
    files: {
      ".yarnrc.yml": "nodeLinker: pnp\nenableTelemetry: false\nenableGlobalCache: false\n",
      "yarn.lock": "",
    },
    installed: async (folder) => {
      const lock = await readFile(join(folder, "yarn.lock"), "utf8");
      const resolutions = [...lock.matchAll(/^ {2}resolution: "(.+?)@(?!workspace)/gm)];
      return resolutions.map(([, name = ""]) => name).filter((name) => name !== "consumer");
    },
  },
};

async function project(manager: string): Promise<string> {
  const folder = join(work, manager);
  await mkdir(folder);
  await cp(join(here, "consumer"), folder, { recursive: true });
  const types = tarballs["@vpcep/types"];
  const manifest = {
    name: "consumer",
    private: true,
    dependencies: { "@vpcep/mock": tarballs["@vpcep/mock"] },
    // Installs `@vpcep/types` from a tarball, because the package isn't published to a registry.
    overrides: { "@vpcep/types": types },
    resolutions: { "@vpcep/types": types },
    pnpm: { overrides: { "@vpcep/types": types } },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(managers[manager]?.files ?? {}))
    await writeFile(join(folder, name), text);
  return folder;
}

describe.each(Object.entries(managers))("installed by %s", (name, manager) => {
  let folder: string;
  beforeAll(async () => {
    folder = await project(name);
    const result = await runTool(node, manager.install, folder);
    if (result.code !== 0) throw new Error(`${name} failed:\n${result.stdout}\n${result.stderr}`);
  }, 120_000);

  test("installs only the allowed packages", async () => {
    expect((await manager.installed(folder)).sort()).toEqual(allowed);
  });

  test.each(["consumer.cjs", "consumer.mjs"])(
    "%s uses the fixtures and the server",
    async (program) => {
      const { code, stdout, stderr } = await runTool(node, [...manager.run, program], folder);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.trim()).toBe("failed 401 200 available");
    },
  );
});
