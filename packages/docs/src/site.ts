import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { isObject, type JsonObject, operationsOf } from "@vpcep/contract-reader";
import { build, transform } from "esbuild";
import { parse, stringify } from "yaml";

import { callOf } from "./samples.js";
import { credentialDetails, operationAnchor } from "./call-card.js";
import { docsDescription } from "./description.js";
import { type GuidePage, guidePages, statusTable } from "./guide.js";
import { headerFiles, indexFiles } from "./host-files.js";
import { render } from "./markdown.js";
import { html, neighbours, type Site } from "./page.js";
import { notFoundPage } from "./not-found.js";
import { prerender } from "./prerender.js";
import { llmsText, operationsMarkdown } from "./prose.js";
import { redocScript } from "./redoc.js";
import { searchIndex } from "./search-index.js";
import { escapeHtml, infoOf } from "./text.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

export interface SiteInput {
  /** The folder that contains `provenance.yaml`, and the bundled contract in `dist/`. */
  contractFolder: string;
  /** The output folder, which must not exist yet. */
  out: string;
  /** This version's URL, with a trailing slash. If this URL isn't set, the site has no sitemap. */
  url?: string;
  /** All released versions, newest first. */
  versions?: Site["versions"];
  /** The newest version, which is set only when an older version is built. */
  newest?: Site["newest"];
  /** Path to `@redocly/cli`. Default: the version that this package depends on. */
  cli?: string;
  /** The bundled contract. Default: the bundle in `dist/`. */
  contract?: JsonObject;
  /** Local preview only: allows requests to the mock, and skips prerendering to save time. */
  preview?: { mockUrl: string; script: string };
}

/** Writes the site for one version: pages, assets, and downloads. */
export async function buildSite(input: SiteInput): Promise<void> {
  const { out, contractFolder, preview } = input;
  const { contract, json, yaml } = await bundleOf(contractFolder, input.contract);
  const operations = operationsOf(contract);
  const [first] = operations;
  if (first === undefined) throw new Error("The contract has no operation to document.");
  const pages = await guidePages(join(here, "guide"), {
    contract,
    provenance: await provenanceOf(contractFolder),
    changelog: await changelogOf(contractFolder),
  });
  const guides = pages.map((page) => ({ ...page, ...render(page.markdown) }));
  const description = docsDescription(contract);
  const script = await redocScript(input.cli);
  const drawn =
    preview === undefined
      ? await prerender(description, operationAnchor(first), script)
      : { html: "", css: "" };

  const asset = assetWriter(out);
  const site: Site = {
    title: infoOf(contract, "title"),
    summary: infoOf(contract, "summary"),
    version: infoOf(contract, "version"),
    versions: input.versions ?? [],
    ...(input.newest === undefined ? {} : { newest: input.newest }),
    url: input.url ?? "",
    operations,
    guides,
    logo: await readFile(join(here, "theme/logo.svg"), "utf8"),
    assets: await writeAssets(asset, drawn.css, searchScript(contract, guides)),
    ...(preview === undefined
      ? {}
      : {
          preview: { mockUrl: preview.mockUrl, script: await asset("preview.js", preview.script) },
        }),
  };
  const plain = uniqueIds(
    render(operationsMarkdown(contract, { anchors: true }).join("\n")).html,
    drawn.html,
  );
  const call = callOf(contract, first);
  await writeFile(
    join(out, "index.html"),
    html(site, {
      file: "index.html",
      title: "",
      redoc: true,
      data: {
        script: await asset("redoc.js", script),
        contract: await asset(
          "contract.js",
          `globalThis.contract=${JSON.stringify(description)};\n`,
        ),
        route: operationAnchor(first),
        ...(preview === undefined ? {} : { mock: preview.mockUrl, call: JSON.stringify(call) }),
      },
      body: startPage(site, drawn.html, plain, contract),
    }),
  );
  for (const guide of guides)
    await writeFile(
      join(out, `${guide.slug}.html`),
      html(site, {
        file: `${guide.slug}.html`,
        title: guide.title,
        summary: firstSentence(guide),
        body: `<main class="prose">\n${guide.html}${neighbours(guides, guide.slug)}\n</main>`,
      }),
    );
  await writeFile(join(out, "404.html"), notFoundPage(site));
  const introduction = `# ${site.title} ${site.version}\n\n${infoOf(contract, "description")}`;
  const guideText = guides.map(({ markdown }) => markdown.replaceAll(/^#/gm, "##"));
  await writeFile(
    join(out, "openapi.md"),
    [introduction, ...operationsMarkdown(contract), ...guideText].join("\n\n") + "\n",
  );
  await writeFile(join(out, "llms.txt"), llmsText(site));
  await writeFile(join(out, "openapi.yaml"), yaml);
  await writeFile(join(out, "openapi.json"), json);
}

/** Writes the files that a host expects at the site root. These files apply to all versions. */
export async function writeHostFiles(
  out: string,
  url: string,
  folders: readonly string[],
  pages: readonly string[],
): Promise<void> {
  const base = url === "" ? "/" : new URL(url).pathname;
  const files = {
    ...headerFiles(folders.map((folder) => `${base}${folder}`)),
    ...(url === "" ? {} : indexFiles(url, pages)),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(out, name), content);
}

function startPage(site: Site, redoc: string, plain: string, contract: JsonObject): string {
  const [first] = site.operations;
  if (first === undefined) return "";
  return `<section class="intro" aria-labelledby="title">
<h1 id="title">${escapeHtml(site.title)} <small>${escapeHtml(site.version)}</small></h1>
<p>${escapeHtml(site.summary)} <a href="getting-started.html">Make your first call</a></p>
<p class="origin">This contract was written from public documentation and has <a href="source.html">never been tested against the live service</a>.</p>
</section>
<div id="redoc">${redoc}</div>
<section class="prose" id="credentials" aria-labelledby="credentials-title">
<h2 id="credentials-title">Authentication</h2>
<p>Send one of these credentials. <a href="authentication.html">Authentication</a> explains how to get and use them.</p>
${credentialDetails(contract, first)}</section>
<section class="prose errors" id="errors" aria-labelledby="errors-title">
<h2 id="errors-title">Errors and remedies</h2>
<p><a href="errors.html">Errors</a> lists the error codes, and the errors that you can retry.</p>
${render(statusTable(contract)).html}</section>
<section class="prose plain" aria-label="The operation in full">
${plain}</section>`;
}

/** Removes an ID from the plain-text version if Redoc's HTML contains the same ID. */
const uniqueIds = (plain: string, redoc: string): string =>
  plain.replaceAll(/<span id="([^"]*)"><\/span>/g, (anchor, id: string) =>
    redoc.includes(`id="${id}"`) ? "" : anchor,
  );

const firstSentence = ({ markdown }: GuidePage): string =>
  /^(?!#)\S[^\n]*/m.exec(markdown)?.[0].replaceAll(/\[([^\]]*)\]\([^)]*\)|[`*_]/g, "$1") ?? "";

async function bundleOf(
  contractFolder: string,
  given?: JsonObject,
): Promise<{ contract: JsonObject; json: string; yaml: string }> {
  if (given !== undefined)
    return { contract: given, json: `${JSON.stringify(given, null, 2)}\n`, yaml: stringify(given) };
  const read = (name: string): Promise<string> =>
    readFile(join(contractFolder, "dist", name), "utf8");
  try {
    const json = await read("openapi.json");
    return { contract: JSON.parse(json) as JsonObject, json, yaml: await read("openapi.yaml") };
  } catch (cause) {
    throw new Error(
      `The bundle in ${contractFolder}/dist is missing or not JSON. Run npm run build.`,
      {
        cause,
      },
    );
  }
}

async function provenanceOf(contractFolder: string): Promise<JsonObject> {
  const text = await readFile(join(contractFolder, "provenance.yaml"), "utf8").catch(() => "{}");
  const parsed: unknown = parse(text);
  return isObject(parsed) ? parsed : {};
}

/** Returns the changelog without its title. Increases the level of each remaining heading by one. */
async function changelogOf(contractFolder: string): Promise<string> {
  const text = await readFile(join(contractFolder, "CHANGELOG.md"), "utf8").catch(() => "");
  return text.replace(/^# .*\n/, "").replaceAll(/^(#+) /gm, "#$1 ");
}

type AssetWriter = (name: string, content: string | Buffer) => Promise<string>;

/** Returns a function that writes a file to `assets/` and adds a content hash to its name for permanent caching. */
function assetWriter(out: string): AssetWriter {
  return async (name, content) => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const file = `assets/${name.replace(/(\.\w+)$/, `.${hash}$1`)}`;
    await mkdir(join(out, "assets"), { recursive: true });
    await writeFile(join(out, file), content);
    return file;
  };
}

async function writeAssets(
  asset: AssetWriter,
  redocCss: string,
  search: string,
): Promise<Site["assets"]> {
  const font = await asset(
    "inter.woff2",
    await readFile(
      createRequire(import.meta.url).resolve(
        "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
      ),
    ),
  );
  const face = `@font-face{font-family:Inter;font-weight:100 900;font-display:optional;src:url(${font.replace("assets/", "")}) format("woff2")}\n`;
  const theme = await Promise.all(
    ["site.css", "call.css", "redoc.css", "print.css"].map((name) =>
      readFile(join(here, "theme", name), "utf8"),
    ),
  );
  return {
    font,
    search: await asset("search.js", search),
    style: await asset("style.css", await minified(face + theme.join("\n"))),
    redocStyle: await asset("redoc.css", await minified(redocCss)),
    boot: await asset("boot.js", await browserScript("boot.ts")),
  };
}

const searchScript = (
  contract: JsonObject,
  guides: readonly (GuidePage & ReturnType<typeof render>)[],
): string => `globalThis.searchIndex=${JSON.stringify(searchIndex(contract, guides))};\n`;

const minified = async (css: string): Promise<string> =>
  (await transform(css, { loader: "css", minify: true, target: "es2022" })).code;

/** Bundles a file from `src/browser/` as a classic script. */
export async function browserScript(name: string): Promise<string> {
  const result = await build({
    entryPoints: [join(here, "src/browser", name)],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}
