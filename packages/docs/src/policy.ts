// The inline script on every page, and the Content-Security-Policy that allows no other inline script.
import { createHash } from "node:crypto";

/**
 * A script that applies the reader's color scheme and sample language before the first paint. The policy contains the
 * script's hash, so the script in the page must be identical to this string.
 */
export const startScript = `(function(r){r.classList.add("js");var c,l;try{c=localStorage.getItem("vpcep.colours");l=localStorage.getItem("vpcep.language")}catch(e){}r.classList.add(c==="dark"||c==="light"?c:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light");r.dataset.lang=/^(curl|client|fetch|python|go)$/.test(l)?l:"curl"})(document.documentElement)`;

export interface PolicyInput {
  /** Exact source code of the inline scripts. */
  inlineScripts: readonly string[];
  /** Other origins that the page may send requests to. Only the local preview sets this property. */
  connect?: readonly string[];
  /** Whether to add `frame-ancestors`, which works only in a header. */
  asHeader?: boolean;
}

/** The source expression for an inline script: `'sha256-…'`. */
export const hashSource = (script: string): string =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/**
 * Returns the site's Content-Security-Policy. The policy allows inline styles, because Redoc creates styles at run
 * time. The policy also allows blob workers, because Redoc's search uses a blob worker. Inline scripts are allowed only
 * by their hash.
 */
export function contentSecurityPolicy({
  inlineScripts,
  connect = [],
  asHeader,
}: PolicyInput): string {
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'", ...inlineScripts.map(hashSource)],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...connect],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    ...(asHeader === true ? { "frame-ancestors": ["'none'"] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
