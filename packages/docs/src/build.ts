// Builds the site into dist/: the page with the operations in its HTML, Redoc for when it is first needed,
// the downloads, and header files for static hosts. Needs the bundle of @vpcep/openapi; calls nobody.
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildSite } from "./build-site.js";
import { drawnAtMost } from "./is-drawn-later.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const staging = join(here, `.tmp/site-${process.pid}`);
const dist = join(here, "dist");

try {
  const later = await buildSite({ contractFolder: join(here, "../../openapi"), out: staging });
  await rm(dist, { recursive: true, force: true });
  await rename(staging, dist);
  if (later > 0)
    console.log(
      `The page holds ${drawnAtMost} operations and names ${later} more; Redoc draws those when a reader comes near.`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("The docs were not built; packages/docs/dist is as it was.");
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}
