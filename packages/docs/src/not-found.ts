import type { Site } from "./page.js";
import { escapeHtml } from "./text.js";

/**
 * The page for addresses that do not exist. A host shows it at any depth, so it holds its style, and its links are
 * absolute: they begin at the path of the site, or at the root of the host when no address of the site is known.
 */
export function notFoundPage({ title, url, guides }: Site): string {
  const base = url === "" ? "/" : new URL(url).pathname;
  const links = guides.map(
    (guide) => `<li><a href="${base}${guide.slug}.html">${escapeHtml(guide.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Page not found · ${escapeHtml(title)}</title>
<style>body{max-width:36rem;margin:12vh auto;padding:0 1.5rem;font:16px/1.6 system-ui,sans-serif}a{color:light-dark(#4338ca,#a5b4fc)}</style>
</head>
<body>
<main>
<h1>Page not found</h1>
<p>There is no page at this address. It may belong to another version, or it was moved.</p>
<ul><li><a href="${base}">${escapeHtml(title)}</a></li>${links.join("")}</ul>
</main>
</body>
</html>
`;
}
