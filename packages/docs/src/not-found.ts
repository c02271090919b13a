import type { Site } from "./page.js";
import { escapeHtml } from "./text.js";

/**
 * Returns the 404 page. A host can return the page for any path, so the CSS is inline and the links are absolute paths.
 * If the site URL is unknown, the page assumes that the site is at the root of the host.
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
<p>There is no page at this URL. It may have moved, or it may be in another version.</p>
<ul><li><a href="${base}">${escapeHtml(title)}</a></li>${links.join("")}</ul>
</main>
</body>
</html>
`;
}
