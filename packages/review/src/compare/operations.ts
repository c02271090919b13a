import { httpMethods, isHttpMethod } from "@vpcep/contract-reader";

import type { Description } from "../load/description.js";
import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { fromTo, pairedKeys, quote, type Comparison } from "./comparison.js";
import { compareContent } from "./content.js";
import { compareKeys, compareRequired } from "./keys.js";
import { compareParameters, type OperationSite } from "./parameters.js";
import { compareResponses } from "./responses.js";
import { compareSecurity } from "./security.js";
import { compareServers, serverUrls } from "./servers.js";

/**
 * Operations are distinguished by who sends the request: clients send calls, and the API sends events, which are
 * webhooks and callbacks.
 */
const kinds = {
  call: { noun: "operation", item: "the path", sent: "request", received: "response" },
  event: { noun: "event", item: "the event", sent: "response", received: "request" },
} as const;
type Kind = keyof typeof kinds;

/** A path item. */
interface Item {
  /** The path, or the event's name. */
  readonly name: string;
  /** The URL template, whose parameters are matched by position. */
  readonly path: string;
  readonly item: Site;
}

/** Compares all paths and their operations. Matches paths regardless of their parameter names. */
export function comparePaths(comparison: Comparison, base: Description, head: Description): void {
  const [olds, youngs] = [pathItems(base), pathItems(head)];
  const moved = movedPaths(olds, youngs);
  const whole = comparison.start("", "the paths", "request");
  // If every old path matches a new path with the same full URLs, a prefix has moved between the paths and the server
  // URL.
  if (moved.size > 0 && [...olds.keys()].every((form) => moved.has(form))) {
    const [from, to] = [base, head].map((side) => [...serverUrls(side.root).keys()]);
    whole.findings.push({
      rule: "spelling-changed",
      text: `a prefix of all paths moves to or from the server URL (${quote(from?.[0])} to ${quote(to?.[0])})`,
      base: base.root.at("servers"),
      head: head.root.at("servers"),
    });
    for (const [form, other] of moved)
      whole.findings.push({
        rule: "spelling-changed",
        text: "the path is written differently, but its URL stays the same",
        base: olds.get(form)?.item,
        head: youngs.get(other)?.item,
      });
  } else {
    const description = comparison.start("", "the description", "request");
    compareServers(comparison, description, base.root, head.root);
  }
  const owners = [base.root.child("paths"), head.root.child("paths")] as const;
  const newForms = new Set(moved.values());
  for (const form of pairedKeys(olds, youngs)) {
    // Skip the new name of a moved path, because the path is compared under its old name.
    if (!olds.has(form) && newForms.has(form)) continue;
    const after = youngs.get(moved.get(form) ?? form);
    compareItem(comparison, "call", owners, olds.get(form), after);
  }
  const paths = new Set([...olds.values(), ...youngs.values()].map(({ path }) => path));
  compareKeys(whole, ...owners, "description", paths);
}

/** Returns the path items, keyed by path with empty parameter names, such as `/ports/{}`. */
function pathItems({ root }: Description): Map<string, Item> {
  return new Map(
    root
      .child("paths")
      .entries()
      .filter(([path]) => path.startsWith("/"))
      .map(([path, item]) => [path.replace(/\{[^}]*\}/g, "{}"), { name: path, path, item }]),
  );
}

/** Matches old paths with new paths that have the same full URLs. */
function movedPaths(
  olds: ReadonlyMap<string, Item>,
  youngs: ReadonlyMap<string, Item>,
): Map<string, string> {
  const urls = (form: string, { item }: Item): string =>
    [...serverUrls(item.has("servers") ? item : item.description.root).keys()]
      .map((url) => `${url === "/" ? "" : url}${form}`)
      .sort()
      .join(" ");
  const unmatched = new Map(
    [...youngs]
      .filter(([form]) => !olds.has(form))
      .map(([form, item]) => [urls(form, item), form] as const),
  );
  const moved = new Map<string, string>();
  for (const [form, item] of olds) {
    const other = youngs.has(form) ? undefined : unmatched.get(urls(form, item));
    if (other !== undefined) moved.set(form, other);
  }
  return moved;
}

/** Compares webhooks or callbacks. */
export function compareEvents(
  comparison: Comparison,
  prefix: string,
  base: readonly [Site, ...Site[]],
  head: readonly [Site, ...Site[]],
): void {
  const [olds, youngs] = [eventItems(prefix, base), eventItems(prefix, head)];
  for (const name of pairedKeys(olds, youngs))
    compareItem(comparison, "event", [base[0], head[0]], olds.get(name), youngs.get(name));
}

/** Returns the path items of events, keyed by name. A callback's name includes its URL expression. */
function eventItems(prefix: string, owners: readonly Site[]): Map<string, Item> {
  const found = new Map<string, Item>();
  const collect = (name: string, path: string, item: Site): void => {
    const keys = Object.keys(item.object);
    if (keys.some(isHttpMethod)) found.set(name, { name, path, item });
    for (const key of keys)
      if (key.includes("{") || key.startsWith("/") || key.startsWith("http"))
        collect(`${name} ${key}`, key, item.child(key).target);
  };
  for (const owner of owners)
    for (const [name, site] of owner.entries()) collect(`${prefix}${name}`, "", site);
  return found;
}

/** @param owners the objects in the base and the head that contain the path items */
function compareItem(
  comparison: Comparison,
  kind: Kind,
  [base, head]: readonly [Site, Site],
  before: Item | undefined,
  after: Item | undefined,
): void {
  const { noun, item, sent } = kinds[kind];
  const { name = "" } = after ?? before ?? {};
  if (before !== undefined && after !== undefined)
    compareKeys(comparison.start(name, item, sent), before.item, after.item, "path item");
  for (const method of httpMethods) {
    const [was, is] = [before?.item.follow(method), after?.item.follow(method)];
    const words = [method.toUpperCase(), name];
    const operation = (kind === "call" ? words : words.reverse()).join(" ");
    if (was !== undefined && is !== undefined && before && after)
      compareOperation(
        comparison,
        kind,
        operation,
        { ...before, operation: was },
        { ...after, operation: is },
      );
    else if (was !== undefined || is !== undefined)
      comparison.start(operation, `the ${noun}`, sent).findings.push({
        rule: `${noun}-${is === undefined ? "removed" : "added"}`,
        text: `the ${noun} is ${is === undefined ? "removed" : "added"}`,
        base: was ?? before?.item ?? base,
        head: is ?? after?.item ?? head,
      });
  }
}

/** Compares the requests, responses, security, and other properties of two operations. */
function compareOperation(
  comparison: Comparison,
  kind: Kind,
  name: string,
  base: OperationSite,
  head: OperationSite,
): void {
  const { noun, sent, received } = kinds[kind];
  const whole = comparison.start(name, `the ${noun}`, sent);
  const [before, after] = [base.operation, head.operation];
  compareKeys(whole, before, after, "operation");
  const [was, is] = [before.object["operationId"], after.object["operationId"]];
  if (was !== is)
    whole.findings.push({
      rule: was === undefined ? "operation-id-added" : "operation-id-changed",
      text: `\`operationId\` changes ${fromTo(was, is)}`,
      base: before.at("operationId"),
      head: after.at("operationId"),
    });
  compareSecurity(comparison, whole, before, after);
  // Compare servers only if the operation or its path overrides the description's servers.
  const [old, young] = [base, head].map(({ item, operation }) =>
    [operation, item].find((site) => site.itemsOf("servers").length > 0),
  );
  if (old !== undefined || young !== undefined)
    compareServers(
      comparison,
      whole,
      old ?? before.description.root,
      young ?? after.description.root,
    );
  compareParameters(comparison, name, base, head, sent);
  compareBody(comparison, name, before, after, sent);
  compareResponses(comparison, name, before.child("responses"), after.child("responses"), received);
  const callbacks = [before.child("callbacks"), after.child("callbacks")] as const;
  compareEvents(comparison, `${name} callback `, [callbacks[0]], [callbacks[1]]);
}

function compareBody(
  comparison: Comparison,
  operation: string,
  base: Site,
  head: Site,
  way: Way,
): void {
  const [before, after] = [base.follow("requestBody"), head.follow("requestBody")];
  if (before === undefined && after === undefined) return;
  const part = comparison.start(operation, "request body", way);
  for (const site of [before, after]) if (site !== undefined) comparison.reach(site);
  if (before === undefined || after === undefined) {
    const isRequired = after?.object["required"] === true;
    const added = isRequired ? "body-added-required" : "body-added";
    part.findings.push({
      rule: after === undefined ? "body-removed" : added,
      text: `the request body is ${after === undefined ? "removed" : "added"}`,
      base: base.at("requestBody"),
      head: head.at("requestBody"),
    });
    return;
  }
  const pair = comparison.pair("body", way, [before], [after], (inner) => {
    compareKeys(inner, before, after, "body");
    const rules = { required: "body-added-required", optional: "body-optional" } as const;
    compareRequired(inner, before, after, "the request body", rules);
    compareContent(comparison, inner, before.child("content"), after.child("content"));
  });
  comparison.link(part, "", pair);
}
