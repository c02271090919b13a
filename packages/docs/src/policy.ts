// The one script that is part of each page, and the policy that allows no other.
import { createHash } from "node:crypto";

/**
 * Applies what the reader chose before anything is drawn: colours, and the language of samples. Its hash is in the
 * policy, so not a letter may be added later.
 */
export const startScript = `(function(r){r.classList.add("js");var c,l;try{c=localStorage.getItem("vpcep.colours");l=localStorage.getItem("vpcep.language")}catch(e){}r.classList.add(c==="dark"||c==="light"?c:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light");r.dataset.lang=/^(curl|client|fetch|python|go)$/.test(l)?l:"curl"})(document.documentElement)`;

export interface PolicyInput {
  /** Inline scripts of the page, letter for letter. */
  inlineScripts: readonly string[];
  /** Origins beside our own that the page may ask; only a local preview names one. */
  connect?: readonly string[];
  /** As a header, the policy also says who may frame the page; in the page itself that has no effect. */
  asHeader?: boolean;
}

/** What an inline script must hash to in order to run: `'sha256-…'`. */
export const hashSource = (script: string): string =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/**
 * The Content-Security-Policy of the site. Styles may be inline, because Redoc's styles are made while it runs;
 * scripts only with their hash. Redoc's search runs in a worker made from a blob.
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
