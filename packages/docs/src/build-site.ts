import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, transform } from "esbuild";
import { marked } from "marked";
import { parse, stringify } from "yaml";

import { writeAsset } from "./asset-store.js";
import { callParts } from "./code-samples.js";
import { docsDescription } from "./docs-description.js";
import { guide } from "./guide.js";
import { headerFiles } from "./header-files.js";
import { drawnAtMost } from "./is-drawn-later.js";
import { isObject, textOf, type JsonObject } from "./json.js";
import { llmsText } from "./llms-text.js";
import { operationList } from "./operation-list.js";
import { type OperationPlace, operationsOf } from "./operations-of.js";
import { page, type PageInput } from "./page.js";
import { prerender } from "./prerender.js";
import { redocScript } from "./redoc-script.js";
import { operationsMarkdown } from "./to-markdown.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

export interface SiteInput {
  /** Folder with `provenance.yaml` and, in `dist/`, both bundles. */
  contractFolder: string;
  /** Where the site is written; must not exist yet. */
  out: string;
  /** Every released version, newest first. */
  versions?: PageInput["versions"];
  /** Set on pages of older versions. */
  newest?: PageInput["newest"];
  /** The contract, bundled. Default: what `dist/` holds. */
  contract?: JsonObject;
  /** Set in a local preview: the page is drawn in the browser only, and may ask the mock. */
  preview?: { mockUrl: string; script: string };
}

/**
 * Writes the site of one version: the page, its assets, the downloads and the header files.
 *
 * @returns how many operations the page only names, because Redoc draws them when the reader comes near.
 */
export async function buildSite({
  contractFolder,
  out,
  versions = [],
  newest,
  contract: given,
  preview,
}: SiteInput): Promise<number> {
  const { contract, json, yaml } = await textsOf(contractFolder, given);
  const guideText = await guide(join(here, "guide"), {
    contract,
    provenance: await readYaml(join(contractFolder, "provenance.yaml")),
    changelog: await changelogOf(contractFolder),
  });
  const description = docsDescription(contract, guideText);
  const script = await redocScript();
  const drawn =
    preview === undefined ? await prerender(description, script) : { html: "", css: "" };
  const operations = operationsOf(contract);
  const texts = operationsMarkdown(contract);
  const later = operations.slice(drawnAtMost);

  await mkdir(out, { recursive: true });
  const font = await writeAsset(out, "inter.woff2", await interFont());
  const theme = await readFile(join(here, "theme/theme.css"), "utf8");
  const assets = {
    font,
    style: await writeAsset(
      out,
      "style.css",
      await minified(
        `@font-face{font-family:Inter;font-weight:100 900;font-display:optional;src:url(${font.replace("assets/", "")}) format("woff2")}\n${drawn.css}\n${theme}`,
      ),
    ),
    boot: await writeAsset(out, "boot.js", await bootScript()),
    redoc: await writeAsset(out, "redoc.js", script),
    contract: await writeAsset(
      out,
      "contract.js",
      `globalThis.contract=${JSON.stringify(description)};\n`,
    ),
  };
  const info = isObject(contract["info"]) ? contract["info"] : {};
  const input: PageInput = {
    title: textOf(info["title"]),
    summary: textOf(info["summary"]),
    version: textOf(info["version"]),
    versions,
    ...(newest === undefined ? {} : { newest }),
    operations,
    redoc: drawn.html,
    plain: await marked.parse([...texts.slice(0, drawnAtMost), ...named(later)].join("\n")),
    logo: await readFile(join(here, "theme/logo.svg"), "utf8"),
    assets,
    ...(preview === undefined
      ? {}
      : {
          preview: {
            script: await writeAsset(out, "preview.js", preview.script),
            mockUrl: preview.mockUrl,
            call: callParts(contract, operations[0]),
          },
        }),
  };
  await writeFile(join(out, "index.html"), page(input));
  const introduction = `# ${input.title} ${input.version}\n\n${textOf(info["description"])}`;
  await writeFile(
    join(out, "openapi.md"),
    `${introduction}\n\n${guideText}\n\n${texts.join("\n")}`,
  );
  await writeFile(join(out, "llms.txt"), llmsText(input));
  await writeFile(join(out, "openapi.yaml"), yaml);
  await writeFile(join(out, "openapi.json"), json);
  for (const [name, content] of Object.entries(headerFiles()))
    await writeFile(join(out, name), content);
  return later.length;
}

/** What the page says, on paper and without script, of the operations that it only names. */
const named = (later: readonly OperationPlace[]): string[] =>
  later.length === 0
    ? []
    : [
        `## More operations\n\nIn full they are in [openapi.md](openapi.md).\n\n${operationList(later)}\n`,
      ];

interface Texts {
  contract: JsonObject;
  json: string;
  yaml: string;
}

async function textsOf(contractFolder: string, given?: JsonObject): Promise<Texts> {
  if (given !== undefined)
    return {
      contract: given,
      json: `${JSON.stringify(given, null, 2)}\n`,
      yaml: stringify(given),
    };
  const [json, yaml] = await Promise.all(
    ["openapi.json", "openapi.yaml"].map((name) =>
      readFile(join(contractFolder, "dist", name), "utf8"),
    ),
  );
  if (json === undefined || yaml === undefined) throw new Error("The contract is not bundled.");
  return { contract: JSON.parse(json) as JsonObject, json, yaml };
}

const readYaml = async (file: string): Promise<JsonObject> =>
  parse(await readFile(file, "utf8").catch(() => "{}")) as JsonObject;

async function changelogOf(contractFolder: string): Promise<string> {
  const text = await readFile(join(contractFolder, "CHANGELOG.md"), "utf8").catch(() => "");
  // Below a heading of level 3 of the guide.
  return text
    .replace(/^# .*\n/, "")
    .replaceAll(/^(#+) /gm, "$1## ")
    .replaceAll(/^#{6,} /gm, "##### ");
}

const interFont = (): Promise<Buffer> =>
  readFile(
    createRequire(import.meta.url).resolve(
      "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    ),
  );

const minified = async (css: string): Promise<string> =>
  (await transform(css, { loader: "css", minify: true, target: "es2022" })).code;

async function bootScript(): Promise<string> {
  const result = await build({
    entryPoints: [join(here, "src/browser/boot.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}
