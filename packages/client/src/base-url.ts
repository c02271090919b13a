import { describe, unusable } from "./check-arguments.js";
import { servers } from "./servers.gen.js";

/** Matches the protocol and host name of an HTTPS URL, or of an HTTP URL with a loopback host. */
const safe = /^https:|^http:(localhost|127[.\d]+|\[::1])$/;

const refuse = (argument: string, problem: string): never => {
  throw unusable(argument, problem);
};

/**
 * Quotes a value that contains only URL-safe characters, but hides any other value, because it could contain a secret.
 */
const shown = (text: string, otherwise = "a string that is not a URL"): string =>
  /^[\w./[\]-]{0,80}$/.test(text) ? JSON.stringify(text) : otherwise;

/** Returns the `href` of a `URL` object. Avoids `instanceof`, because jsdom has its own `URL` class. */
const hrefOf = (value: unknown): unknown =>
  (value as { readonly href?: unknown } | null)?.href ?? value;

interface PlaceGiven {
  readonly region?: unknown;
  readonly baseUrl?: unknown;
  readonly projectId: string;
  readonly allowInsecureHttp?: boolean | undefined;
}

/** A base URL without a trailing slash, and its origin. */
export interface BaseUrl {
  readonly url: string;
  readonly origin: string;
}

/**
 * Validates `region` or `baseUrl`, and returns a function that returns the base URL. The returned function resolves a
 * relative URL on every call, so a client can be created before the page exists.
 *
 * @throws InvalidArgumentError unless the value is a known region or an HTTPS URL without a username, password, query,
 *   or fragment. An HTTP URL requires a loopback address or `allowInsecureHttp`.
 */
export function readPlace(options: PlaceGiven): () => BaseUrl {
  const { region, baseUrl } = options;
  if (region !== undefined && baseUrl !== undefined)
    return refuse("baseUrl", "and region are both set; set only one of them");
  if (baseUrl === undefined) {
    const known = Object.keys(servers);
    if (typeof region !== "string" || !known.includes(region)) {
      const it = typeof region === "string" ? shown(region, "another string") : describe(region);
      return refuse(
        "region",
        `must be one of ${known.join(", ")}, unless you set baseUrl; it is ${it}`,
      );
    }
    const base = normalize(servers[region as keyof typeof servers], options);
    return () => base;
  }
  const text = hrefOf(baseUrl);
  if (typeof text !== "string") return refuse("baseUrl", `must be a URL; it is ${describe(text)}`);
  if (/^\/(?![/\\])/.test(text)) return () => normalize(resolveOnPage(text), options);
  const base = normalize(text, options);
  return () => base;
}

/** Resolves a relative URL against the current page or worker. */
function resolveOnPage(path: string): string {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  try {
    return new URL(path, location?.href).href;
  } catch {
    return refuse(
      "baseUrl",
      `is ${shown(path)}, but there is no page to resolve it against; use an absolute URL`,
    );
  }
}

function normalize(text: string, { projectId, allowInsecureHttp }: PlaceGiven): BaseUrl {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refuse("baseUrl", `must be a URL such as https://vpcep.example; it is ${shown(text)}`);
  }
  const { protocol, hostname, origin, pathname } = url;
  if (protocol !== "https:" && protocol !== "http:")
    return refuse("baseUrl", `must be an https URL; its protocol is ${protocol.slice(0, 20)}`);
  for (const part of ["username", "password", "search", "hash"] as const)
    if (url[part]) return refuse("baseUrl", `must not contain a ${part}; remove it`);
  if (!safe.test(protocol + hostname) && !(allowInsecureHttp && protocol === "http:"))
    return refuse("baseUrl", "must be an https URL, except on loopback; it is an http URL");
  return { url: origin + withoutVersion(pathname.replace(/\/+$/, ""), projectId), origin };
}

/** Removes the `/v1` or `/v1/<project>` suffix from a service catalog URL, because the contract's paths include it. */
function withoutVersion(path: string, projectId: string): string {
  const [, front, project] = /^(.*)\/v1(?:\/([^/]*))?$/.exec(path) ?? [];
  if (front === undefined) return path;
  if (project === undefined || decodeURIComponent(project) === projectId) return front;
  // Service catalogs can contain unresolved placeholders, such as $(tenant_id)s, %(project_id)s, or {project_id}.
  if (/(tenant|project)_id/.test(project)) return front;
  if (/^[\da-f]{32}$/i.test(project))
    return refuse("baseUrl", "ends with /v1/<project>, but that project is not projectId");
  return path;
}
