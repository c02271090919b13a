import { httpMethods } from "@vpcep/contract-reader";

import type { Description } from "../load/description.js";
import type { Site } from "../load/site.js";
import { canonical, plain } from "../load/values.js";
import { quote, type Comparison, type Pair } from "./comparison.js";
import { compareKeys } from "./keys.js";

/** An alternative security requirement: scheme names and their scopes. */
interface Alternative {
  readonly site: Site;
  readonly text: string;
  readonly demands: ReadonlyMap<string, readonly string[]>;
}

/** Compares the security requirements that apply to an operation: its own, or else the description's. */
export function compareSecurity(pair: Pair, base: Site, head: Site): void {
  const names = renamedSchemes(base.description.root, head.description.root);
  const [olds, youngs] = [
    alternatives(base, (name) => names.get(name) ?? name),
    alternatives(head, (name) => name),
  ];
  const lost = olds.filter((old) => !youngs.some((young) => satisfies(old, young)));
  const gained = youngs.filter((young) => !olds.some((old) => satisfies(young, old)));
  const instead = youngs.map(({ text }) => text).join(" or ");
  for (const old of lost)
    pair.findings.push({
      rule: "security-tightened",
      text: `${old.text} is no longer sufficient; required: ${instead}`,
      base: old.site,
      head: youngs[0]?.site ?? head,
    });
  for (const young of gained)
    pair.findings.push({
      rule: "security-loosened",
      text: `${young.text} is now sufficient`,
      base: olds[0]?.site ?? base,
      head: young.site,
    });
}

/** Whether credentials that meet the `given` requirement also meet the `wanted` one. */
function satisfies(given: Alternative, wanted: Alternative): boolean {
  return [...wanted.demands].every(([scheme, scopes]) => {
    const held = given.demands.get(scheme);
    return held !== undefined && scopes.every((scope) => held.includes(scope));
  });
}

function alternatives(operation: Site, nameOf: (name: string) => string): Alternative[] {
  const owner = operation.has("security") ? operation : operation.description.root;
  const list = owner.child("security");
  const none = { text: "no authentication", demands: new Map<string, readonly string[]>() };
  if (list.list.length === 0)
    return [{ ...none, site: list.value === undefined ? operation : list }];
  return list.entriesOfList.map((site) => {
    const names = Object.keys(site.object);
    if (names.length === 0) return { ...none, site };
    const scopesOf = (name: string): string[] => site.child(name).list.map(String);
    const label = (name: string): string =>
      scopesOf(name).length === 0
        ? quote(name)
        : `${quote(name)} (${scopesOf(name).map(quote).join(", ")})`;
    return {
      site,
      text: names.map(label).join(" with "),
      demands: new Map(names.map((name) => [nameOf(name), scopesOf(name)])),
    };
  });
}

/**
 * Maps the old names of renamed schemes to their new names. A scheme counts as renamed if its definition is the same.
 */
function renamedSchemes(base: Site, head: Site): Map<string, string> {
  const [olds, youngs] = [base, head].map((root) =>
    root.child("components").child("securitySchemes"),
  ) as [Site, Site];
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

/** Returns a definition as comparable text, with header and HTTP scheme names in lower case. */
function definition(scheme: Site): string {
  const { type, name, scheme: http, ...rest } = plain(scheme) as Record<string, unknown>;
  return canonical({
    ...rest,
    type,
    name: type === "apiKey" && rest["in"] === "header" ? String(name).toLowerCase() : name,
    http: typeof http === "string" ? http.toLowerCase() : http,
  });
}

const urls = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"];

/** Compares the security schemes that are in use on either side. */
export function compareSecuritySchemes(
  comparison: Comparison,
  base: Description,
  head: Description,
): void {
  const names = renamedSchemes(base.root, head.root);
  const schemeOf = (side: Description, name: string): Site | undefined =>
    side.root.child("components").child("securitySchemes").follow(name);
  const [olds, youngs] = [schemesInUse(base), schemesInUse(head)];
  for (const name of new Set([...olds, ...youngs])) {
    const before = schemeOf(base, name);
    if (before === undefined) continue;
    const part = comparison.start("", `security scheme ${quote(name)}`, "request");
    const after = schemeOf(head, name);
    const newName = names.get(name);
    if (after !== undefined) compareScheme(part, before, after);
    else if (youngs.has(name))
      part.findings.push({
        rule: "security-scheme-changed",
        text: "its definition is removed, but operations still require it",
        base: before,
        head: head.root.child("components"),
      });
    // If the scheme was not renamed, the change is reported for each operation.
    else if (newName !== undefined)
      part.findings.push({
        rule: "security-scheme-renamed",
        text: `it is renamed to ${quote(newName)}`,
        base: before,
        head: schemeOf(head, newName),
      });
  }
}

function compareScheme(part: Pair, before: Site, after: Site): void {
  compareKeys(part, before, after, "security scheme");
  const [old, young] = [credentialOf(before), credentialOf(after)];
  if (old.text !== young.text) {
    const isSamePlace = old.place !== undefined && old.place === young.place;
    const names = (prefix: string, site: Site): boolean =>
      Object.entries(site.object).some(
        ([key, value]) =>
          (key === "description" || key.startsWith("x-")) &&
          typeof value === "string" &&
          value.toLowerCase().includes(prefix),
      );
    const { prefix } = young;
    const isRewritten =
      isSamePlace && old.kind !== young.kind && (prefix === undefined || names(prefix, before));
    part.findings.push({
      rule: isRewritten ? "security-scheme-rewritten" : "security-scheme-changed",
      text: `the credential changes from ${old.text} to ${young.text}`,
      base: before.at("type"),
      head: after.at("type"),
    });
  }
  const used = keysOfKind[String(after.object["type"])] ?? [];
  if (old.text === young.text)
    for (const key of Object.values(keysOfKind).flat())
      if (!used.includes(key) && before.object[key] !== after.object[key])
        part.findings.push({
          rule: "keyword-without-effect",
          text: `${quote(key)} changes, which has no effect on this type of scheme`,
          base: before.at(key),
          head: after.at(key),
        });
  compareFlows(part, before.child("flows"), after.child("flows"));
}

const keysOfKind: Readonly<Record<string, readonly string[]>> = {
  apiKey: ["in", "name"],
  http: ["scheme"],
  openIdConnect: ["openIdConnectUrl"],
};

/** A credential, where it is sent, and the prefix that it is sent with. */
interface Credential {
  readonly kind: unknown;
  readonly text: string;
  /** Undefined if the description does not say where the credential is sent. */
  readonly place?: string;
  /** The HTTP scheme before the credential; undefined if the credential is the whole value. */
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

function compareFlows(part: Pair, base: Site, head: Site): void {
  for (const flow of new Set([...Object.keys(base.object), ...Object.keys(head.object)])) {
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
      if (was === is) continue;
      part.findings.push({
        rule:
          was === undefined && key === "refreshUrl"
            ? "security-scheme-extended"
            : "security-scheme-changed",
        text: `\`${key}\` of the flow ${quote(flow)} changes from ${was === undefined ? "none" : quote(was)} to ${is === undefined ? "none" : quote(is)}`,
        base: before.at(key),
        head: after.at(key),
      });
    }
    const [olds, youngs] = [before.child("scopes"), after.child("scopes")];
    for (const scope of new Set([...Object.keys(olds.object), ...Object.keys(youngs.object)])) {
      const [was, is] = [olds.object[scope], youngs.object[scope]];
      if (was === is) continue;
      part.findings.push({
        rule:
          is === undefined
            ? "security-scheme-changed"
            : was === undefined
              ? "security-scheme-extended"
              : "description-changed",
        text: `the scope ${quote(scope)} is ${is === undefined ? "removed" : was === undefined ? "added" : "described differently"}`,
        base: olds.at(scope),
        head: youngs.at(scope),
      });
    }
  }
}

/**
 * Returns the names of all schemes that the description or its operations require, including in webhooks and callbacks.
 */
function schemesInUse(description: Description): Set<string> {
  const names = new Set<string>();
  const seen = new Set<Site>();
  const take = (owner: Site): void => {
    for (const alternative of owner.child("security").entriesOfList)
      for (const name of Object.keys(alternative.object)) names.add(name);
  };
  const visitItems = (items: Site): void => {
    for (const [, item] of items.entries()) {
      if (seen.has(item)) continue;
      seen.add(item);
      for (const method of httpMethods) {
        const operation = item.follow(method);
        if (operation === undefined) continue;
        take(operation);
        for (const [, callback] of operation.child("callbacks").entries()) visitItems(callback);
      }
    }
  };
  take(description.root);
  visitItems(description.root.child("paths"));
  for (const key of ["webhooks", "x-webhooks"]) visitItems(description.root.child(key));
  return names;
}
