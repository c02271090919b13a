// Creates the files for static hosts: header files, the sitemap, and `robots.txt`.
import { contentSecurityPolicy, startScript } from "./policy.js";

/**
 * Headers for every response. The Content-Security-Policy header includes a directive that doesn't work in a `<meta>`
 * element.
 */
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

/** Browsers can cache files in `assets/` permanently, because the file names contain a content hash. */
export const assetCaching = "public, max-age=31536000, immutable";

/** Browsers revalidate all files outside `assets/`. Hosts respond with 304 if a file is unchanged. */
export const pageCaching = "no-cache";

const lines = (form: (name: string, value: string) => string): string =>
  Object.entries(siteHeaders())
    .map(([name, value]) => form(name, value))
    .join("\n");

/**
 * Returns the header files for common static hosts: `_headers` (Netlify and Cloudflare Pages), `.htaccess` (Apache),
 * `nginx-headers.conf` (nginx server blocks), and `vercel.json` (Vercel). GitHub Pages doesn't support custom headers,
 * so only the policy in each page applies there.
 *
 * @param folders - The paths of all versions on the host, with leading and trailing slashes.
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
    // Without this file, GitHub Pages ignores files that start with an underscore.
    ".nojekyll": "",
  };
}

/** Returns `sitemap.xml` and `robots.txt`, which both require absolute URLs. */
export const indexFiles = (url: string, pages: readonly string[]): Record<string, string> => ({
  "sitemap.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.map((page) => `<url><loc>${url}${page === "index.html" ? "" : page}</loc></url>`).join("\n")}\n</urlset>\n`,
  "robots.txt": `User-agent: *\nAllow: /\nSitemap: ${url}sitemap.xml\n`,
});

/**
 * Returns the site URL from the `DOCS_URL` environment variable, or an empty string if the variable isn't set.
 *
 * @throws Error if the value isn't an absolute HTTP URL.
 */
export function siteUrl(given = process.env["DOCS_URL"] ?? ""): string {
  if (given === "") return "";
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new Error(
      `DOCS_URL is "${given}". Set it to an absolute URL, such as https://example.org/docs/.`,
    );
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
