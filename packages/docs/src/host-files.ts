// What a static host needs to know: headers, caching, sitemap.
import { contentSecurityPolicy, startScript } from "./policy.js";

/** Headers of every answer. The policy repeats the one in the page and adds what only a header can say. */
export const siteHeaders = () =>
  ({
    "Content-Security-Policy": contentSecurityPolicy({
      inlineScripts: [startScript],
      asHeader: true,
    }),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
  }) as const;

/** Files under assets/ carry a hash of their content in their name. */
export const assetCaching = "public, max-age=31536000, immutable";

/** Everything else is asked for again each time, which is cheap: a host answers 304. */
export const pageCaching = "no-cache";

const lines = (form: (name: string, value: string) => string): string =>
  Object.entries(siteHeaders())
    .map(([name, value]) => form(name, value))
    .join("\n");

/**
 * Headers in the form of common static hosts: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache),
 * `nginx-headers.conf` (to be included in a server block), `vercel.json`. GitHub Pages sets no headers; there the
 * policy in the page does the work.
 *
 * @param folders - Path of every version on the host, with a slash at both ends.
 */
export function headerFiles(folders: readonly string[]): Record<string, string> {
  const root = folders[0] ?? "/";
  const all = Object.entries(siteHeaders()).map(([key, value]) => ({ key, value }));
  const caching = [{ key: "Cache-Control", value: assetCaching }];
  return {
    _headers: [
      `/*\n${lines((name, value) => `  ${name}: ${value}`)}`,
      ...folders.map((folder) => `${folder}assets/*\n  Cache-Control: ${assetCaching}`),
      "",
    ].join("\n"),
    ".htaccess": `ErrorDocument 404 ${root}404.html\n<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}\n  Header set Cache-Control "${pageCaching}"\n  <If "%{REQUEST_URI} =~ m#/assets/#">\n    Header set Cache-Control "${assetCaching}"\n  </If>\n</IfModule>\nAddType text/markdown .md\nAddType application/yaml .yaml\n`,
    "nginx-headers.conf": `error_page 404 ${root}404.html;\n${lines((name, value) => `add_header ${name} "${value}" always;`)}\nlocation ~ /assets/ {\n${lines((name, value) => `  add_header ${name} "${value}" always;`)}\n  add_header Cache-Control "${assetCaching}";\n}\n`,
    "vercel.json": `${JSON.stringify(
      {
        headers: [
          { source: "/(.*)", headers: all },
          ...folders.map((folder) => ({ source: `${folder}assets/(.*)`, headers: caching })),
        ],
      },
      null,
      2,
    )}\n`,
    // GitHub Pages leaves out files with an underscore in front unless this file is there.
    ".nojekyll": "",
  };
}

/** `sitemap.xml` and `robots.txt`, from the absolute addresses of all pages; both need an absolute address. */
export const indexFiles = (url: string, pages: readonly string[]): Record<string, string> => ({
  "sitemap.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.map((page) => `<url><loc>${url}${page === "index.html" ? "" : page}</loc></url>`).join("\n")}\n</urlset>\n`,
  "robots.txt": `User-agent: *\nAllow: /\nSitemap: ${url}sitemap.xml\n`,
});

/**
 * Where the site will be, from the environment variable `DOCS_URL`; empty when it is not set.
 *
 * @throws Error when it is no absolute http address.
 */
export function siteUrl(given = process.env["DOCS_URL"] ?? ""): string {
  if (given === "") return "";
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new Error(
      `DOCS_URL is "${given}". Set it to an absolute address, such as https://example.org/docs/.`,
    );
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
