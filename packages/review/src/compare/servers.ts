import type { Site } from "../load/site.js";
import { pairedKeys, quote, type Comparison, type Pair } from "./comparison.js";
import { compareKeys } from "./keys.js";

/** Returns the servers, keyed by normalized URL. If no servers are listed, the only URL is `/`. */
export function serverUrls(owner: Site): Map<string, Site> {
  const list = owner.child("servers").entriesOfList;
  if (list.length === 0) return new Map([["/", owner]]);
  return new Map(list.map((server) => [plainUrl(String(server.object["url"])), server]));
}

/** Normalizes a URL: lowercase host, no trailing slash, no default port. Keeps variables. */
function plainUrl(url: string): string {
  const [, scheme, host = "", path = ""] = /^(https?):\/\/([^/]*)(.*)$/i.exec(url) ?? [];
  const short = (text: string): string => text.replace(/(?<=.)\/$/, "");
  if (scheme === undefined) return short(url);
  const name = host
    .replace(scheme.toLowerCase() === "https" ? /:443$/ : /:80$/, "")
    .replace(/\{[^}]*\}|[A-Z]+/g, (part) => (part.startsWith("{") ? part : part.toLowerCase()));
  return `${scheme.toLowerCase()}://${name}${path === "/" ? "" : short(path)}`;
}

/**
 * Returns a server's URLs for all listed values of its variables. If a variable has no listed values, uses the
 * variable's default.
 */
function expanded(url: string, server: Site): string[] {
  let addresses = [url];
  for (const [name, variable] of server.child("variables").entries()) {
    if (!url.includes(`{${name}}`)) continue;
    const listed = variable.child("enum").list;
    const values = listed.length > 0 ? listed : [variable.object["default"]];
    addresses = addresses.flatMap((one) =>
      values.map((value) => one.replaceAll(`{${name}}`, String(value))),
    );
    // A variable without an enum allows any value, so keep the URL template as well.
    if (listed.length === 0) addresses.push(url);
  }
  return addresses.slice(0, mostAddresses);
}

// Maximum number of expanded URLs per server.
const mostAddresses = 1_000;

/** Compares the `servers` of the description, a path, or an operation. */
export function compareServers(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [serverUrls(base), serverUrls(head)];
  const [oldAddresses, addresses] = [olds, youngs].map(
    (urls) => new Set([...urls].flatMap(([url, server]) => expanded(url, server))),
  ) as [Set<string>, Set<string>];
  for (const [url, before] of olds) {
    const after = youngs.get(url);
    if (after === undefined && before !== base) {
      const isKept = expanded(url, before).every((address) => addresses.has(address));
      pair.findings.push({
        rule: isKept ? "spelling-changed" : "server-removed",
        text: isKept
          ? `the server ${quote(url)} starts or stops using variables, but its URLs stay the same`
          : `the server ${quote(url)} is removed`,
        base: before,
        head: head.at("servers"),
      });
    } else if (after !== undefined && before !== base && after !== head) {
      const server = comparison.pair("server", pair.way, [before], [after], (inner) => {
        compareKeys(inner, before, after, "server");
        compareVariables(inner, before.child("variables"), after.child("variables"));
      });
      comparison.link(pair, `server ${url}`, server);
    }
  }
  for (const [url, after] of youngs)
    if (
      !olds.has(url) &&
      after !== head &&
      !expanded(url, after).every((address) => oldAddresses.has(address))
    )
      pair.findings.push({
        rule: "server-added",
        text: `the server ${quote(url)} is added`,
        base: base.at("servers"),
        head: after,
      });
  const [first, now] = [olds, youngs].map(firstUrl) as [string, string];
  if (first !== now && addresses.has(first) && oldAddresses.has(now))
    pair.findings.push({
      rule: "server-order-changed",
      text: `the first server is now ${quote(now)}`,
      base: base.at("servers"),
      head: head.at("servers"),
    });
}

/** Returns the first server's URL, in which the variables are replaced by their defaults. */
function firstUrl(urls: ReadonlyMap<string, Site>): string {
  const [[url, server] = ["/", undefined]] = urls;
  return (server?.child("variables").entries() ?? []).reduce(
    (text, [name, variable]) => text.replaceAll(`{${name}}`, String(variable.object["default"])),
    url,
  );
}

function compareVariables(pair: Pair, base: Site, head: Site): void {
  for (const name of pairedKeys(base.object, head.object)) {
    const [before, after] = [base.child(name), head.child(name)];
    const sites = { base: before, head: after };
    compareKeys(pair, before, after, "server variable");
    const [was, is] = [before.object["default"], after.object["default"]];
    if (was !== is)
      pair.findings.push({
        rule: "server-variable-changed",
        text: `the default of the server variable ${quote(name)} changes from ${quote(was)} to ${quote(is)}`,
        ...sites,
      });
    const [olds, youngs] = [before.child("enum"), after.child("enum")].map((site) =>
      site.value === undefined ? undefined : site.list.map(String),
    );
    const without = (some: string[] | undefined, others: string[] | undefined): string[] =>
      others === undefined
        ? []
        : (some?.filter((one) => !others.includes(one)) ?? ["any other value"]);
    for (const value of without(olds, youngs))
      pair.findings.push({
        rule: "server-variable-changed",
        text: `the server variable ${quote(name)} no longer allows ${quote(value)}`,
        ...sites,
      });
    for (const value of without(youngs, olds))
      pair.findings.push({
        rule: "server-variable-extended",
        text: `the server variable ${quote(name)} now allows ${quote(value)}`,
        ...sites,
      });
  }
}
