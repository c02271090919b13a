import { contentSecurityPolicy } from "./content-security-policy.js";
import { colourScript } from "./page.js";

/** Headers of every answer. The policy repeats the one in the page and adds what only a header can say. */
export const siteHeaders = {
  "Content-Security-Policy": contentSecurityPolicy({
    inlineScripts: [colourScript],
    asHeader: true,
  }),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
} as const;

/** Files under assets/ carry a hash of their content in their name. */
export const assetCaching = "public, max-age=31536000, immutable";

const lines = (form: (name: string, value: string) => string): string =>
  Object.entries(siteHeaders)
    .map(([name, value]) => form(name, value))
    .join("\n");

/**
 * The same headers in the form of common static hosts: `_headers` (Netlify, Cloudflare Pages), `.htaccess`
 * (Apache), `nginx-headers.conf` (to be included in a server block), `vercel.json`. GitHub Pages sets no
 * headers; there the policy in the page does the work.
 */
export const headerFiles = (): Record<string, string> => ({
  _headers: `/*\n${lines((name, value) => `  ${name}: ${value}`)}\n/assets/*\n  Cache-Control: ${assetCaching}\n`,
  ".htaccess": `<IfModule mod_headers.c>\n${lines((name, value) => `  Header always set ${name} "${value}"`)}\n  <If "%{REQUEST_URI} =~ m#/assets/#">\n    Header set Cache-Control "${assetCaching}"\n  </If>\n</IfModule>\nAddType text/markdown .md\nAddType application/yaml .yaml\n`,
  "nginx-headers.conf": `${lines((name, value) => `add_header ${name} "${value}" always;`)}\nlocation /assets/ {\n${lines((name, value) => `  add_header ${name} "${value}" always;`)}\n  add_header Cache-Control "${assetCaching}";\n}\n`,
  "vercel.json": `${JSON.stringify(
    {
      headers: [
        {
          source: "/(.*)",
          headers: Object.entries(siteHeaders).map(([key, value]) => ({ key, value })),
        },
        {
          source: "/assets/(.*)",
          headers: [{ key: "Cache-Control", value: assetCaching }],
        },
      ],
    },
    null,
    2,
  )}\n`,
  // GitHub Pages leaves out files with an underscore in front unless this file is there.
  ".nojekyll": "",
});
