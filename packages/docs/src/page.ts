// The HTML that all pages share: the head, the top bar, the table of contents, and the footer.
import type { Operation } from "@vpcep/contract-reader";

import { operationAnchor } from "./call-card.js";
import { contentSecurityPolicy, startScript } from "./policy.js";
import { escapeHtml as escape, textOf } from "./text.js";

/** Data that all pages in a version share. */
export interface Site {
  title: string;
  /** One sentence for search engines. */
  summary: string;
  version: string;
  /** All released versions, newest first, with relative URLs. If this list is empty, the page has no version switch. */
  versions: readonly { version: string; href: string }[];
  /** The newest version, which is set only for pages of older versions. */
  newest?: { version: string; href: string };
  /** URL of this version, with a trailing slash. Empty if unknown. */
  url: string;
  operations: readonly Operation[];
  guides: readonly { slug: string; title: string }[];
  /** The logo as SVG code. Inlining the logo in each page saves two requests. */
  logo: string;
  assets: { style: string; redocStyle: string; font: string; boot: string; search: string };
  /** Local preview only. */
  preview?: { script: string; mockUrl: string };
}

export interface Page {
  /** File name. */
  file: string;
  /** Page title. Empty for the start page. */
  title: string;
  /** One sentence for search engines. Default: the site summary. */
  summary?: string;
  /** Whether the page contains Redoc. */
  redoc?: boolean;
  /** Data attributes for the `<body>` element. */
  data?: Readonly<Record<string, string>>;
  /** HTML between the table of contents and the footer. */
  body: string;
}

export const downloads = [
  { href: "openapi.yaml", label: "OpenAPI, YAML" },
  { href: "openapi.json", label: "OpenAPI, JSON" },
  { href: "openapi.md", label: "Markdown" },
  { href: "llms.txt", label: "llms.txt" },
] as const;

/** The complete HTML document. */
export function html(site: Site, page: Page): string {
  const { assets, preview } = site;
  const title = [page.title, `${site.title} ${site.version}`]
    .filter((part) => part !== "")
    .join(" · ");
  const summary = page.summary ?? site.summary;
  const policy = contentSecurityPolicy({
    inlineScripts: [startScript],
    ...(preview === undefined ? {} : { connect: [preview.mockUrl] }),
  });
  const place = page.file === "index.html" ? "" : page.file;
  // Canonical URLs must be absolute.
  const canonical =
    site.url === "" ? "" : new URL((site.newest?.href ?? "./") + place, site.url).href;
  const data = Object.entries({ search: assets.search, ...page.data })
    .map(([name, value]) => ` data-${name}="${escape(value)}"`)
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="description" content="${escape(summary)}">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<script>${startScript}</script>
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>
${page.redoc === true ? `<link rel="stylesheet" href="${assets.redocStyle}">\n` : ""}<link rel="stylesheet" href="${assets.style}">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(site.logo.trim())}">
${canonical === "" ? "" : `<link rel="canonical" href="${escape(canonical)}">\n`}<link rel="alternate" href="openapi.yaml" type="application/yaml" title="OpenAPI, YAML">
<link rel="alternate" href="openapi.md" type="text/markdown" title="Markdown">
<meta property="og:type" content="article">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${escape(summary)}">
${site.url === "" ? "" : `<meta property="og:url" content="${escape(site.url + place)}">\n`}<script defer src="${assets.boot}"></script>
${preview === undefined ? "" : `<script defer src="${preview.script}"></script>\n`}</head>
<body${data}>
<a class="skip" href="#content">Skip to the content</a>
${bar(site)}
${notice(site)}<div class="frame">
${contents(site, page)}
<div id="content" tabindex="-1">
${page.body}
<footer class="foot">Made with <a href="https://github.com/Redocly/redoc">Redoc</a>. This site is independent. Product names belong to their owners.</footer>
</div>
</div>
</body>
</html>
`;
}

function bar(site: Site): string {
  return `<header class="bar">
<a class="brand" href="./" aria-label="VPC Endpoint, home">${site.logo.trim()}<span>VPC Endpoint</span></a>
${versionSwitch(site)}
<button type="button" class="find" aria-keyshortcuts="Control+K Meta+K"><svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/></svg><span>Search</span><kbd aria-hidden="true">Ctrl K</kbd></button>
<button type="button" class="colours" aria-label="Dark mode" aria-pressed="false"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z"/></svg></button>
<button type="button" class="contents-open" popovertarget="contents" aria-label="Contents"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 4h12M2 8h12M2 12h12"/></svg></button>
</header>`;
}

function versionSwitch({ version, versions }: Site): string {
  if (versions.length === 0) return `<span class="version">${escape(version)}</span>`;
  const items = versions.map(
    (other) =>
      `<li><a href="${escape(other.href)}" data-version${other.version === version ? ' aria-current="true"' : ""}>${escape(other.version)}</a></li>`,
  );
  return `<button type="button" class="version" popovertarget="versions" aria-label="Version ${escape(version)}, switch version">${escape(version)}</button><ul id="versions" popover>${items.join("")}</ul>`;
}

function contents({ operations, guides }: Site, page: Page): string {
  const here = page.redoc === true ? "" : "./";
  const operationLinks = operations.map((operation) => {
    const name = textOf(operation.operation["summary"]) || operation.path;
    return `<li><a href="${here}#${escape(operationAnchor(operation))}"><span class="method">${operation.method.toUpperCase()}</span> ${escape(name)}</a></li>`;
  });
  const only = operations.length === 1 ? operations[0] : undefined;
  const parts =
    only === undefined
      ? []
      : [
          ["request", "Request and parameters"],
          ["responses", "Responses"],
        ].map(
          ([part, label]) =>
            `<li class="part"><a href="${here}#${escape(operationAnchor(only))}/${part ?? ""}">${label ?? ""}</a></li>`,
        );
  const part = only === undefined ? "" : ' class="part"';
  const guideLinks = guides.map(
    ({ slug, title }) =>
      `<li><a href="${slug}.html"${page.file === `${slug}.html` ? ' aria-current="page"' : ""}>${escape(title)}</a></li>`,
  );
  const files = downloads.map(({ href, label }) => `<li><a href="${href}">${label}</a></li>`);
  return `<nav id="contents" popover aria-label="Contents">
<h2>Reference</h2><ul>${operationLinks.join("")}${parts.join("")}<li${part}><a href="${here}#credentials">Authentication</a></li><li${part}><a href="${here}#errors">Errors and remedies</a></li></ul>
<h2>Guides</h2><ul>${guideLinks.join("")}</ul>
<h2>Files</h2><ul>${files.join("")}</ul>
</nav>`;
}

function notice({ version, newest }: Site): string {
  if (newest === undefined) return "";
  return `<p class="notice" role="note">You are reading version ${escape(version)}. The newest version is <a href="${escape(newest.href)}" data-version>${escape(newest.version)}</a>.</p>\n`;
}

/** Links to the previous and next guides. */
export function neighbours(guides: Site["guides"], slug: string): string {
  const at = guides.findIndex((guide) => guide.slug === slug);
  const link = (index: number, words: string, rel: string): string => {
    const guide = guides[index];
    return guide === undefined
      ? ""
      : `<a rel="${rel}" href="${guide.slug}.html"><small>${words}</small>${escape(guide.title)}</a>`;
  };
  return `<nav class="neighbours" aria-label="Previous and next">${at === 0 ? '<a rel="prev" href="./"><small>Previous</small>Reference</a>' : link(at - 1, "Previous", "prev")}${link(at + 1, "Next", "next")}</nav>`;
}
