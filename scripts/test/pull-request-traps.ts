import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Returns a statement that creates a file and works in CommonJS, ES modules, and TypeScript. */
const leaveTrace = (file: string): string =>
  `process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(file)}, "");\n`;

/**
 * Adds code to every file in the checkout from which this repository's tools might load code. When the added code runs,
 * it creates a file in `traces`.
 */
export async function addTraps(clone: string, traces: string): Promise<void> {
  const trace = (name: string): string => leaveTrace(join(traces, name));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(clone, file)), { recursive: true });
    await writeFile(join(clone, file), text);
  };

  await write("trap-spectral.js", `${trace("spectral")}module.exports = { rules: {} };\n`);
  await write(".spectral.yaml", "extends: [./trap-spectral.js]\nfunctionsDir: ./trap-functions\n");
  const plugin = `${trace("redocly")}export default () => ({ id: "trap" });\n`;
  for (const folder of ["", "openapi/", "openapi/components/"]) {
    await write(`${folder}trap-plugin.mjs`, plugin);
    await write(`${folder}redocly.yaml`, "plugins: [./trap-plugin.mjs]\nextends: [spec]\n");
  }
  await write("trap.cjs", trace("required"));
  const scripts = Object.fromEntries(
    [
      "preinstall",
      "install",
      "postinstall",
      "prepare",
      "prebuild",
      "build",
      "review",
      "generate",
    ].map((name) => [name, `touch ${join(traces, `npm-${name}`)}`]),
  );
  for (const file of ["package.json", "openapi/package.json", "packages/ruleset/package.json"]) {
    const manifest = JSON.parse(await readFile(join(clone, file), "utf8")) as object;
    await write(file, JSON.stringify({ ...manifest, scripts }));
  }
  await write("trap.sh", `#!/bin/sh\ntouch ${join(traces, "shell")}\n`);
  await chmod(join(clone, "trap.sh"), 0o755);
  await write(".npmrc", "script-shell=./trap.sh\nnode-options=--require ./trap.cjs\n");
  const config = JSON.parse(
    await readFile(join(clone, ".changeset/config.json"), "utf8"),
  ) as object;
  await write(".changeset/config.json", JSON.stringify({ ...config, changelog: "../trap.cjs" }));
  await write(".changeset/trap.cjs", trace("changeset"));
  for (const file of [
    "eslint.config.mjs",
    "jest.config.mjs",
    "prettier.config.mjs",
    "textlint.config.mjs",
  ])
    await write(file, `${trace(file)}export default [];\n`);
  for (const file of [
    "packages/review/src/cli.ts",
    "packages/review/src/index.ts",
    "packages/contract-reader/src/index.ts",
    "packages/ruleset/src/index.ts",
    "scripts/pull-request/review.ts",
    "scripts/pull-request/contract-data.ts",
  ])
    await write(file, `${trace(file.replaceAll("/", "-"))}export {};\n`);
  await write(".gitattributes", "*.yaml filter=trap diff=trap merge=trap\n");
  await write(".gitmodules", '[submodule "x"]\n\tpath = x\n\turl = ./.\n\tupdate = !touch trap\n');
  await symlink("/etc/passwd", join(clone, "openapi/components/schemas/Trap.yaml"));
  await symlink("../trap.cjs", join(clone, ".changeset/trap.md"));
}
