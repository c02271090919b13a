// Builds the hosted site: the working tree at the root, and each tagged release at `/v<version>/`. The argument is the
// output folder, which is `_site` by default. `DOCS_URL` is the site URL.
import { rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { siteUrl } from "./host-files.js";
import { buildHostedSite } from "./versions.js";

const repository = join(dirname(dirname(fileURLToPath(import.meta.url))), "../..");
const out = resolve(process.env["INIT_CWD"] ?? ".", process.argv[2] ?? "_site");
const staging = `${out}.${process.pid}`;

try {
  const built = await buildHostedSite({ repository, out: staging, url: siteUrl() });
  await rm(out, { recursive: true, force: true });
  await rename(staging, out);
  for (const { version, href } of built) console.log(`${version}  ${href}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`The hosted site was not built. ${out} is unchanged.`);
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}
