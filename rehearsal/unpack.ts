import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { runTool } from "@vpcep/run-tool";

import type { PackedPackage } from "../scripts/release/pack-packages.js";

/** Unpacks tarballs into `<folder>/node_modules`, as if the packages had been installed from a registry. */
export async function unpack(packed: readonly PackedPackage[], folder: string): Promise<void> {
  for (const { name, tarball } of packed) {
    const target = join(folder, "node_modules", name);
    await mkdir(target, { recursive: true });
    const result = await runTool("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
    if (result.code !== 0) throw new Error(`${tarball} could not be unpacked: ${result.stderr}`);
  }
}
