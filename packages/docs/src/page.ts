import { contentSecurityPolicy } from "./content-security-policy.js";
import { operationAnchor } from "./operation-anchor.js";
import type { OperationPlace } from "./operations-of.js";

export interface PageInput {
  title: string;
  /** One sentence for search engines. */
  summary: string;
  version: string;
  /** Every released version, newest first, and where its page is from here. Empty: no switcher. */
  versions: readonly { version: string; href: string }[];
  /** Where the newest version is, when this page is an older one. */
  newest?: { version: string; href: string };
  /** Every operation of the contract; the bar leads to the first. */
  operations: readonly [OperationPlace, ...OperationPlace[]];
  /** What Redoc drew. */
  redoc: string;
  /** The operations as plain HTML, for paper and for browsers without script. */
  plain: string;
  /** The logo as SVG; small enough to be part of the page, which saves two requests. */
  logo: string;
  assets: {
    style: string;
    font: string;
    boot: string;
    redoc: string;
    contract: string;
  };
  /** Set in a local preview only. */
  preview?: {
    script: string;
    mockUrl: string;
    call: { path: string; projectId: string; serviceId: string };
  };
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Chooses the colours before anything is drawn. Its hash is in the policy, so not a letter may be added later. */
export const colourScript = `(function(d){d.add("js");var m;try{m=localStorage.getItem("redoc.colorMode")}catch(e){}d.add(m==="dark"||m==="light"?m:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light")})(document.documentElement.classList)`;

export const downloads = [
  { href: "openapi.yaml", label: "YAML", title: "The contract as YAML" },
  { href: "openapi.json", label: "JSON", title: "The contract as JSON" },
  { href: "openapi.md", label: "Markdown", title: "The contract as prose" },
] as const;

/** The whole HTML document. */
export function page(input: PageInput): string {
  const { assets, preview } = input;
  const logo = input.logo.trim();
  const [first, ...others] = input.operations;
  const policy = contentSecurityPolicy({
    inlineScripts: [colourScript],
    ...(preview === undefined ? {} : { connect: [preview.mockUrl] }),
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(input.title)} ${escape(input.version)}</title>
<meta name="description" content="${escape(input.summary)}">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<script>${colourScript}</script>
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.style}">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(logo)}">
<link rel="alternate" href="openapi.yaml" type="application/yaml" title="OpenAPI, YAML">
<link rel="alternate" href="openapi.md" type="text/markdown" title="Markdown">
${input.newest === undefined ? "" : `<link rel="canonical" href="${escape(input.newest.href)}">\n`}<script defer src="${assets.boot}"></script>
${preview === undefined ? "" : `<script defer src="${preview.script}"></script>\n`}</head>
<body${preview === undefined ? "" : previewData(preview)}>
<header class="bar">
<a class="brand" href="./" aria-label="VPC Endpoint: start">${logo}<span>VPC Endpoint</span></a>
${switcher(input)}
<nav class="downloads" aria-label="This page and its downloads"><a class="wide" href="#${escape(operationAnchor(first))}">${others.length === 0 ? "Operation" : "Operations"}</a><a class="wide" href="#section/errors-and-what-to-do">Errors</a><span class="wide divider"></span>${downloads
    .map(({ href, label, title }) => `<a href="${href}" title="${title}">${label}</a>`)
    .join("")}<a href="llms.txt" title="Where language models start">llms.txt</a></nav>
</header>
${notice(input)}<div id="redoc"${preview === undefined ? "" : " data-at-once"} data-script="${assets.redoc}" data-contract="${assets.contract}">${input.redoc}</div>
<footer class="foot">Drawn with <a href="https://github.com/Redocly/redoc">Redoc</a>. An independent description; the names of products belong to their owners.</footer>
<section class="plain" aria-label="The operation in full">
${input.plain}</section>
</body>
</html>
`;
}

function switcher({ version, versions }: PageInput): string {
  if (versions.length === 0) return `<span class="version">${escape(version)}</span>`;
  const items = versions.map(
    (other) =>
      `<li><a href="${escape(other.href)}"${other.version === version ? ' aria-current="page"' : ""}>${escape(other.version)}</a></li>`,
  );
  return `<details class="version"><summary aria-label="Version ${escape(version)}, others">${escape(version)}</summary><ul>${items.join("")}</ul></details>`;
}

function notice({ version, newest }: PageInput): string {
  if (newest === undefined) return "";
  return `<p class="notice" role="note">You are reading version ${escape(version)}. The newest is <a href="${escape(newest.href)}">${escape(newest.version)}</a>.</p>\n`;
}

const previewData = ({ mockUrl, call }: NonNullable<PageInput["preview"]>): string =>
  ` data-mock="${mockUrl}" data-path="${escape(call.path)}" data-project="${escape(call.projectId)}" data-service="${escape(call.serviceId)}"`;
