// Type-checks the program: node check.mjs <TypeScript version> <module resolution>.
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";

const [, , version, resolution] = process.argv;
const legacy = "--module commonjs --moduleResolution node10 --esModuleInterop";
const flags = {
  bundler: "--module esnext --moduleResolution bundler",
  "nodenext, CommonJS package": "--module nodenext",
  "node16, CommonJS package": "--module node16",
  "nodenext, ES module": "--module nodenext",
  node10: version === "6" ? `${legacy} --ignoreDeprecations 6.0` : legacy,
}[resolution];
const isModule = resolution.endsWith("ES module");
if (isModule) copyFileSync("subject.ts", "esm/subject.mts");
const shared =
  "--noEmit --strict --target es2022 --lib es2022,dom --types node --skipLibCheck".split(" ");
const { status } = spawnSync(
  process.execPath,
  [
    `node_modules/typescript-${version}/bin/tsc`,
    ...shared,
    ...flags.split(" "),
    isModule ? "esm/subject.mts" : "subject.ts",
  ],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
