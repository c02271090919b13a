import { describe, unusable } from "./check-arguments.js";
import { servers } from "./servers.gen.js";

/** Any host over TLS; without it only the machine itself. */
const safe = /^https:|^http:(localhost|127[.\d]+|\[::1])$/;

const refuse = (argument: string, problem: string): never => {
  throw unusable(argument, problem);
};

/** What can be shown of a text that should have been a URL: nothing that could hold a secret. */
const shown = (text: string, otherwise = "a text that is not a URL"): string =>
  /^[\w./[\]-]{0,80}$/.test(text) ? JSON.stringify(text) : otherwise;

/** The text of a URL. Not by instanceof: jsdom has a URL of its own. */
const hrefOf = (value: unknown): unknown =>
  (value as { readonly href?: unknown } | null)?.href ?? value;

interface PlaceGiven {
  readonly region?: unknown;
  readonly baseUrl?: unknown;
  readonly projectId: string;
  readonly allowInsecureHttp?: boolean | undefined;
}

/** A base URL without a slash at its end, and its origin. */
export interface BaseUrl {
  readonly url: string;
  readonly origin: string;
}

/**
 * The base URL that the options ask for. A relative one is resolved when the function is
 * called, so that a client can be made where there is no page yet.
 *
 * @throws InvalidArgumentError for anything that is not a plain `https:` URL: user, query and fragment could change the
 *   requested path or end up in logs. `http:` is for loopback addresses, or for those who allow it.
 */
export function readPlace(options: PlaceGiven): () => BaseUrl {
  const { region, baseUrl } = options;
  if (region !== undefined && baseUrl !== undefined)
    return refuse("baseUrl", "and region are both given; give one of them");
  if (baseUrl === undefined) {
    const known = Object.keys(servers);
    if (typeof region !== "string" || !known.includes(region)) {
      const it = typeof region === "string" ? shown(region, "another text") : describe(region);
      return refuse(
        "region",
        `or baseUrl must be given, region as ${known.join(", ")}; it is ${it}`,
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

/** A relative URL below the origin of the page or worker that the client runs in. */
function resolveOnPage(path: string): string {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  try {
    return new URL(path, location?.href).href;
  } catch {
    return refuse("baseUrl", `is ${shown(path)}, but there is no page here; give a complete URL`);
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
    if (url[part]) return refuse("baseUrl", `must not have a ${part}; leave it out`);
  if (!safe.test(protocol + hostname) && !(allowInsecureHttp && protocol === "http:"))
    return refuse("baseUrl", "must be an https URL, except on loopback; it is an http URL");
  return { url: origin + withoutVersion(pathname.replace(/\/+$/, ""), projectId), origin };
}

/** The path without the end that the cloud's catalogue gives it, `/v1` or `/v1/<project>`: the contract's paths have it. */
function withoutVersion(path: string, projectId: string): string {
  const [, front, project] = /^(.*)\/v1(?:\/([^/]*))?$/.exec(path) ?? [];
  if (front === undefined) return path;
  if (project === undefined || decodeURIComponent(project) === projectId) return front;
  // What a catalogue prints when nobody has filled it in: $(tenant_id)s, %(project_id)s, {project_id}.
  if (/(tenant|project)_id/.test(project)) return front;
  if (/^[\da-f]{32}$/i.test(project))
    return refuse("baseUrl", "ends in /v1/<project> of another project than projectId");
  return path;
}
