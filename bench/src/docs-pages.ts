import { copyFile, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { bench, contract, root, scratch } from "./places.js";
import { mustRun } from "./run-process.js";

/** A folder that contains one of the compared documentation pages. */
export interface DocsPage {
  name: string;
  package: string;
  ours?: boolean;
  folder: string;
}

const modules = join(bench, "node_modules");

async function swaggerUi(folder: string): Promise<void> {
  const from = join(modules, "swagger-ui-dist");
  for (const name of [
    ...["index.html", "index.css", "swagger-ui.css", "favicon-16x16.png", "favicon-32x32.png"],
    ...["swagger-ui-bundle.js", "swagger-ui-standalone-preset.js"],
  ])
    await copyFile(join(from, name), join(folder, name));
  await copyFile(contract, join(folder, "openapi.json"));
  // This script is Swagger UI's default initializer, except that it loads our contract and expands the operations.
  await writeFile(
    join(folder, "swagger-initializer.js"),
    `window.onload = function () {
  window.ui = SwaggerUIBundle({
    url: "openapi.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    docExpansion: "full",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: "StandaloneLayout",
  });
};
`,
  );
}

async function scalar(folder: string): Promise<void> {
  const from = join(modules, "@scalar/api-reference/dist/browser");
  await copyFile(join(from, "standalone.js"), join(folder, "standalone.js"));
  await cp(join(from, "chunks"), join(folder, "chunks"), { recursive: true }).catch(
    () => undefined,
  );
  await copyFile(contract, join(folder, "openapi.json"));
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html>
<html>
  <head>
    <title>Scalar API Reference</title>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
  </head>
  <body>
    <div id="app"></div>
    <script src="standalone.js"></script>
    <script>
      Scalar.createApiReference("#app", { url: "openapi.json" });
    </script>
  </body>
</html>
`,
  );
}

async function redocly(folder: string): Promise<void> {
  await mustRun(
    join(root, "node_modules/.bin/redocly"),
    ["build-docs", contract, "--inlineBundle", "-o", join(folder, "index.html")],
    { cwd: folder },
  );
}

/**
 * Returns our built page, and one page for each of the other tools, created as the tool's README describes. All pages
 * are self-hosted.
 */
export async function makeDocsPages(): Promise<DocsPage[]> {
  const pages: DocsPage[] = [
    {
      name: "ours",
      package: "",
      ours: true,
      folder: join(root, "packages/docs/dist"),
    },
  ];
  for (const [name, packageName, make] of [
    ["Redocly build-docs", "@redocly/cli", redocly],
    ["Swagger UI", "swagger-ui-dist", swaggerUi],
    ["Scalar", "@scalar/api-reference", scalar],
  ] as const) {
    const folder = join(scratch, "docs", packageName.replaceAll("/", "-"));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await make(folder);
    pages.push({ name, package: packageName, folder });
  }
  return pages;
}
