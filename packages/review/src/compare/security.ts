import type { Reach } from "../load/reach.js";
import type { Site } from "../load/site.js";
import { canonical, plain } from "../load/values.js";
import { fromTo, pairedKeys, quote, type Comparison, type Pair } from "./comparison.js";
import { compareKeys } from "./keys.js";

/** A description's root and the locations that are in use. */
export interface DescriptionInUse {
  readonly root: Site;
  readonly reach: Reach;
}

/** A security requirement that is sufficient on its own: scheme names and their scopes. */
interface Alternative {
  readonly site: Site;
  readonly text: string;
  readonly demands: ReadonlyMap<string, readonly string[]>;
}

/**
 * Compares the security requirements that apply to an operation: the operation's own requirements or, if it has none,
 * the description's requirements.
 */
export function compareSecurity(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const olds = alternatives(base, comparison.renamedSchemes);
  const youngs = alternatives(head, new Map());
  const instead = youngs.map(({ text }) => text).join(" or ");
  const lost = olds.filter((old) => !youngs.some((young) => satisfies(old, young)));
  const gained = youngs.filter((young) => !olds.some((old) => satisfies(young, old)));
  for (const old of lost) {
    // If only the scopes of a requirement change, two findings are possible, so report only the more severe one.
    if (pair.way === "response" && gained.some((one) => hasSameSchemes(old, one))) continue;
    const young = youngs.find((one) => hasSameSchemes(old, one)) ?? youngs[0];
    pair.findings.push({
      rule: "security-tightened",
      text: `${old.text} is no longer sufficient; required: ${instead}`,
      base: old.site,
      head: young?.site ?? head,
    });
  }
  for (const young of gained) {
    if (pair.way === "request" && lost.some((one) => hasSameSchemes(one, young))) continue;
    const old = olds.find((one) => hasSameSchemes(one, young)) ?? olds[0];
    pair.findings.push({
      rule: "security-loosened",
      text: `${young.text} is now sufficient`,
      base: old?.site ?? base,
      head: young.site,
    });
  }
}

/** Whether two requirements name the same schemes, even if the scopes differ. */
function hasSameSchemes({ demands: olds }: Alternative, { demands: youngs }: Alternative): boolean {
  return olds.size === youngs.size && [...olds.keys()].every((scheme) => youngs.has(scheme));
}

/** Whether credentials that meet the `given` requirement also meet the `wanted` requirement. */
function satisfies(given: Alternative, wanted: Alternative): boolean {
  return [...wanted.demands].every(([scheme, scopes]) => {
    const held = given.demands.get(scheme);
    return held !== undefined && scopes.every((scope) => held.includes(scope));
  });
}

/** @param newNames the new names of renamed schemes, keyed by old name */
function alternatives(operation: Site, newNames: ReadonlyMap<string, string>): Alternative[] {
  const owner = operation.has("security") ? operation : operation.description.root;
  const list = owner.child("security");
  const none = { text: "no authentication", demands: new Map<string, readonly string[]>() };
  if (list.list.length === 0)
    return [{ ...none, site: list.value === undefined ? operation : list }];
  return list.entriesOfList.map((site) => {
    const scopes = Object.keys(site.object).map(
      (name) => [name, site.child(name).list.map(String)] as const,
    );
    if (scopes.length === 0) return { ...none, site };
    const labels = scopes.map(([name, all]) =>
      all.length === 0 ? quote(name) : `${quote(name)} (${all.map(quote).join(", ")})`,
    );
    const demands = new Map(scopes.map(([name, all]) => [newNames.get(name) ?? name, all]));
    return { site, text: labels.join(" with "), demands };
  });
}

/**
 * Maps the old names of renamed schemes to their new names. A scheme counts as renamed if its old name is gone and a
 * scheme with a new name has the same definition.
 */
export function renamedSchemes(base: Site, head: Site): Map<string, string> {
  const [olds, youngs] = [schemesOf(base), schemesOf(head)];
  const renamed = new Map<string, string>();
  for (const [name, before] of olds.entries()) {
    if (youngs.has(name)) continue;
    const twin = youngs
      .entries()
      .find(([other, after]) => !olds.has(other) && definition(after) === definition(before));
    if (twin !== undefined) renamed.set(name, twin[0]);
  }
  return renamed;
}

function schemesOf(root: Site): Site {
  return root.child("components").child("securitySchemes");
}

/**
 * Returns a security scheme's definition as canonical JSON, with the names of headers and HTTP schemes in lowercase.
 */
function definition(scheme: Site): string {
  const { type, name, scheme: http, ...rest } = plain(scheme) as Record<string, unknown>;
  return canonical({
    ...rest,
    type,
    name: type === "apiKey" && rest["in"] === "header" ? String(name).toLowerCase() : name,
    http: typeof http === "string" ? http.toLowerCase() : http,
  });
}

/** Compares the security schemes that are in use in the base or the head. */
export function compareSecuritySchemes(
  comparison: Comparison,
  base: DescriptionInUse,
  head: DescriptionInUse,
): void {
  const [olds, youngs] = [schemesOf(base.root), schemesOf(head.root)];
  for (const [name, before] of olds.entries()) {
    const isStillUsed = head.reach.has(youngs.child(name));
    if (!isStillUsed && !base.reach.has(olds.child(name))) continue;
    const part = comparison.start("", `security scheme ${quote(name)}`, "request");
    const after = youngs.follow(name);
    const newName = comparison.renamedSchemes.get(name);
    if (after !== undefined) compareScheme(part, before, after);
    else if (isStillUsed)
      part.findings.push({
        rule: "security-scheme-changed",
        text: "its definition is removed, but operations still require it",
        base: before,
        head: head.root.child("components"),
      });
    // A scheme that was removed but not renamed is reported for each operation that required the scheme.
    else if (newName !== undefined)
      part.findings.push({
        rule: "security-scheme-renamed",
        text: `it is renamed to ${quote(newName)}`,
        base: before,
        head: youngs.follow(newName),
      });
  }
}

function compareScheme(part: Pair, before: Site, after: Site): void {
  compareKeys(part, before, after, "security scheme");
  const [old, young] = [credentialOf(before), credentialOf(after)];
  if (old.text !== young.text)
    part.findings.push({
      rule: isRewritten(before, old, young)
        ? "security-scheme-rewritten"
        : "security-scheme-changed",
      text: `the credential changes from ${old.text} to ${young.text}`,
      base: before.at("type"),
      head: after.at("type"),
    });
  else {
    const used = keysOfKind[String(after.object["type"])] ?? [];
    for (const key of Object.values(keysOfKind).flat())
      if (!used.includes(key) && before.object[key] !== after.object[key])
        part.findings.push({
          rule: "keyword-without-effect",
          text: `${quote(key)} changes, which has no effect on this type of scheme`,
          base: before.at(key),
          head: after.at(key),
        });
  }
  compareFlows(part, before.child("flows"), after.child("flows"));
}

const keysOfKind: Readonly<Record<string, readonly string[]>> = {
  apiKey: ["in", "name"],
  http: ["scheme"],
  openIdConnect: ["openIdConnectUrl"],
};

/** A credential, its location in the request, and its prefix. */
interface Credential {
  readonly kind: unknown;
  readonly text: string;
  /** Where the request contains the credential; undefined if the description does not specify the location. */
  readonly place?: string;
  /** The HTTP scheme that precedes the credential; undefined if the value consists of only the credential. */
  readonly prefix?: string;
}

function credentialOf({ object }: Site): Credential {
  const { type: kind, in: place, name, scheme, openIdConnectUrl } = object;
  if (kind === "http") {
    const prefix = String(scheme).toLowerCase();
    const text = `the HTTP scheme ${quote(prefix)} in the header \`Authorization\``;
    return { kind, text, place: "header authorization", prefix };
  }
  if (kind === "apiKey") {
    const isHeader = place === "header";
    const written = isHeader ? String(name).toLowerCase() : String(name);
    const shown = isHeader ? written.replace(/(^|-)[a-z]/g, (one) => one.toUpperCase()) : written;
    const text = `an API key in the ${String(place)} ${quote(shown)}`;
    return { kind, text, place: `${String(place)} ${written}` };
  }
  if (kind === "openIdConnect")
    return { kind, text: `OpenID Connect at ${quote(openIdConnectUrl)}` };
  return { kind, text: quote(kind) };
}

/**
 * Whether a security scheme with a new type still sends the same value. If the new type adds a prefix, the old scheme's
 * description must mention the prefix.
 */
function isRewritten(before: Site, old: Credential, young: Credential): boolean {
  if (old.place === undefined || old.place !== young.place || old.kind === young.kind) return false;
  const { prefix } = young;
  return (
    prefix === undefined ||
    Object.entries(before.object).some(
      ([key, value]) =>
        (key === "description" || key.startsWith("x-")) &&
        typeof value === "string" &&
        value.toLowerCase().includes(prefix),
    )
  );
}

const urls = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"];

function compareFlows(part: Pair, base: Site, head: Site): void {
  for (const flow of pairedKeys(base.object, head.object)) {
    const [before, after] = [base.child(flow), head.child(flow)];
    if (before.value === undefined || after.value === undefined) {
      part.findings.push({
        rule: after.value === undefined ? "security-scheme-changed" : "security-scheme-extended",
        text: `the flow ${quote(flow)} is ${after.value === undefined ? "removed" : "added"}`,
        base: base.at(flow),
        head: head.at(flow),
      });
      continue;
    }
    compareKeys(part, before, after, "flow");
    for (const key of urls) {
      const [was, is] = [before.object[key], after.object[key]];
      const isExtended = was === undefined && key === "refreshUrl";
      if (was !== is)
        part.findings.push({
          rule: isExtended ? "security-scheme-extended" : "security-scheme-changed",
          text: `\`${key}\` of the flow ${quote(flow)} changes ${fromTo(was, is)}`,
          base: before.at(key),
          head: after.at(key),
        });
    }
    compareScopes(part, before.child("scopes"), after.child("scopes"));
  }
}

function compareScopes(part: Pair, base: Site, head: Site): void {
  for (const scope of pairedKeys(base.object, head.object)) {
    const [was, is] = [base.object[scope], head.object[scope]];
    if (was === is) continue;
    const [rule, change] =
      is === undefined
        ? (["security-scheme-changed", "removed"] as const)
        : was === undefined
          ? (["security-scheme-extended", "added"] as const)
          : (["description-changed", "described differently"] as const);
    part.findings.push({
      rule,
      text: `the scope ${quote(scope)} is ${change}`,
      base: base.at(scope),
      head: head.at(scope),
    });
  }
}
