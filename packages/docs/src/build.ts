// Builds the site in `dist/`: prerendered pages, Redoc's script, downloads, and files for static hosts. Requires the
// bundled contract, but no network access. `DOCS_URL` sets the site URL that canonical URLs and the sitemap need.
import { readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { siteUrl } from "./host-files.js";
import { buildSite, writeHostFiles } from "./site.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const staging = join(here, `.tmp/site-${process.pid}`);
const dist = join(here, "dist");

try {
  const url = siteUrl();
  await buildSite({ contractFolder: join(here, "../../openapi"), out: staging, url });
  const pages = (await readdir(staging))
    .filter((name) => name.endsWith(".html") && name !== "404.html")
    .sort();
  await writeHostFiles(staging, url, [""], pages);
  await rm(dist, { recursive: true, force: true });
  await rename(staging, dist);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("The docs were not built. packages/docs/dist is unchanged.");
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}
