// Builds the hosted site: the working tree at the root, every released version at /v<version>/, from the git
// tags. Argument: the folder to write, _site by default. An old version is drawn by today's code, so that every
// page looks and behaves the same; only its contract is old.
import { rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { buildHostedSite } from "./build-hosted-site.js";

const repository = join(dirname(dirname(fileURLToPath(import.meta.url))), "../..");
const out = resolve(process.env["INIT_CWD"] ?? ".", process.argv[2] ?? "_site");
const staging = `${out}.${process.pid}`;

try {
  const built = await buildHostedSite({ repository, out: staging });
  await rm(out, { recursive: true, force: true });
  await rename(staging, out);
  for (const { version, href } of built) console.log(`${version}  ${href}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`The hosted site was not built; ${out} is as it was.`);
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}
