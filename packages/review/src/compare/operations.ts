import { httpMethods, isHttpMethod } from "@vpcep/contract-reader";

import type { Description } from "../load/description.js";
import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { quote, type Comparison } from "./comparison.js";
import { compareContent } from "./content.js";
import { compareKeys } from "./keys.js";
import { compareParameters, type OperationSite } from "./parameters.js";
import { compareResponses } from "./responses.js";
import { compareSecurity } from "./security.js";
import { compareServers, serverUrls } from "./servers.js";

/** Data directions. For paths, clients send the requests; for webhooks and callbacks, the API does. */
const directions = {
  call: { sent: "request", received: "response" },
  event: { sent: "response", received: "request" },
} as const satisfies Record<string, Record<string, Way>>;
type Direction = keyof typeof directions;

/** Compares all paths and their operations. Matches paths regardless of their parameter names. */
export function comparePaths(comparison: Comparison, base: Description, head: Description): void {
  const [olds, youngs] = [pathItems(base), pathItems(head)];
  const moved = movedPaths(olds, youngs);
  const whole = comparison.start("", "the paths", "request");
  if (isPrefixMove(olds, youngs, moved)) {
    const [from, to] = [base, head].map((side) => [...serverUrls(side.root).keys()]);
    whole.findings.push({
      rule: "spelling-changed",
      text: `a part of all paths moves between paths and servers (${quote(from?.[0])} to ${quote(to?.[0])})`,
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
  } else
    compareServers(
      comparison,
      comparison.start("", "the description", "request"),
      base.root,
      head.root,
    );
  for (const form of new Set([...olds.keys(), ...youngs.keys()])) {
    // Skip the new name of a moved path, because the path is compared under its old name.
    if (!olds.has(form) && [...moved.values()].includes(form)) continue;
    const [before, after] = [olds.get(form), youngs.get(moved.get(form) ?? form)];
    compareItem(comparison, base, head, before, after);
  }
  compareKeys(
    whole,
    base.root.child("paths"),
    head.root.child("paths"),
    "description",
    new Set([...olds.values(), ...youngs.values()].map(({ path }) => path)),
  );
}

interface PathItem {
  readonly path: string;
  readonly item: Site;
}

function pathItems({ root }: Description): Map<string, PathItem> {
  const all = root.child("paths");
  return new Map(
    Object.keys(all.object)
      .filter((path) => path.startsWith("/"))
      .map((path) => [path.replace(/\{[^}]*\}/g, "{}"), { path, item: all.child(path).target }]),
  );
}

/** Matches old paths with new paths that have the same full URLs. */
function movedPaths(
  olds: ReadonlyMap<string, PathItem>,
  youngs: ReadonlyMap<string, PathItem>,
): Map<string, string> {
  const urls = (form: string, { item }: PathItem): string =>
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

/** Whether every old path has a new path with the same full URLs, such as when a prefix moves to the server URL. */
function isPrefixMove(
  olds: ReadonlyMap<string, PathItem>,
  youngs: ReadonlyMap<string, PathItem>,
  moved: ReadonlyMap<string, string>,
): boolean {
  return moved.size > 0 && [...olds.keys()].every((form) => moved.has(form)) && youngs.size > 0;
}

function compareItem(
  comparison: Comparison,
  base: Description,
  head: Description,
  before: PathItem | undefined,
  after: PathItem | undefined,
): void {
  if (before !== undefined && after !== undefined)
    compareKeys(
      comparison.start(after.path, "the path", "request"),
      before.item,
      after.item,
      "path item",
    );
  for (const method of httpMethods) {
    const was = before?.item.follow(method);
    const is = after?.item.follow(method);
    const name = `${method.toUpperCase()} ${(after ?? before)?.path ?? ""}`;
    if (was !== undefined && is !== undefined && before && after)
      compareOperation(
        comparison,
        name,
        { ...before, operation: was },
        { ...after, operation: is },
        "call",
      );
    else if (was !== undefined || is !== undefined)
      comparison.start(name, "the operation", "request").findings.push({
        rule: is === undefined ? "operation-removed" : "operation-added",
        text: is === undefined ? "the operation is removed" : "the operation is added",
        base: was ?? before?.item ?? base.root.child("paths"),
        head: is ?? after?.item ?? head.root.child("paths"),
      });
  }
}

/** Compares two operations: their requests, responses, security, and names. */
function compareOperation(
  comparison: Comparison,
  name: string,
  base: OperationSite,
  head: OperationSite,
  direction: Direction,
): void {
  const { sent, received } = directions[direction];
  const whole = comparison.start(name, direction === "call" ? "the operation" : "the event", sent);
  const [before, after] = [base.operation, head.operation];
  compareKeys(whole, before, after, "operation");
  const [was, is] = [before.object["operationId"], after.object["operationId"]];
  if (was !== is)
    whole.findings.push({
      rule: was === undefined ? "operation-id-added" : "operation-id-changed",
      text: `\`operationId\` changes from ${was === undefined ? "none" : quote(was)} to ${is === undefined ? "none" : quote(is)}`,
      base: before.at("operationId"),
      head: after.at("operationId"),
    });
  compareSecurity(whole, before, after);
  // Only compare servers if the operation or its path overrides the description's servers.
  const owners = [base, head].map(({ item, operation }) =>
    [operation, item].find((site) => site.child("servers").list.length > 0),
  );
  if (owners.some((owner) => owner !== undefined))
    compareServers(
      comparison,
      whole,
      owners[0] ?? base.item.description.root,
      owners[1] ?? head.item.description.root,
    );
  compareParameters(comparison, name, base, head, sent);
  compareBody(comparison, name, before, after, sent);
  compareResponses(comparison, name, before.child("responses"), after.child("responses"), received);
  compareEvents(
    comparison,
    `${name} callback `,
    [before.child("callbacks")],
    [after.child("callbacks")],
  );
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
  const isRequired = (site: Site | undefined): boolean => site?.object["required"] === true;
  for (const site of [before, after]) if (site !== undefined) comparison.reach(site);
  if (before === undefined || after === undefined) {
    part.findings.push({
      rule:
        after === undefined
          ? "body-removed"
          : isRequired(after)
            ? "body-added-required"
            : "body-added",
      text: `the request body is ${after === undefined ? "removed" : "added"}`,
      base: base.at("requestBody"),
      head: head.at("requestBody"),
    });
    return;
  }
  const pair = comparison.pair("body", way, [before], [after], (inner) => {
    compareKeys(inner, before, after, "body");
    if (isRequired(before) !== isRequired(after))
      inner.findings.push({
        rule: isRequired(after) ? "body-added-required" : "body-optional",
        text: `the request body becomes ${isRequired(after) ? "required" : "optional"}`,
        base: before.at("required"),
        head: after.at("required"),
      });
    compareContent(comparison, inner, before.child("content"), after.child("content"));
  });
  comparison.link(part, "", pair);
}

/** Compares webhooks or callbacks like other operations, but with the directions reversed. */
export function compareEvents(
  comparison: Comparison,
  kind: string,
  base: readonly Site[],
  head: readonly Site[],
): void {
  const [olds, youngs] = [events(base), events(head)];
  for (const name of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    if (before !== undefined && after !== undefined) {
      if (before.operation !== undefined && after.operation !== undefined)
        compareOperation(
          comparison,
          `${kind}${name}`,
          { ...before, operation: before.operation },
          { ...after, operation: after.operation },
          "event",
        );
      else
        compareKeys(
          comparison.start(`${kind}${name}`, "the event", "response"),
          before.item,
          after.item,
          "path item",
        );
      continue;
    }
    if ((before ?? after)?.operation === undefined) continue;
    comparison.start(`${kind}${name}`, "the event", "response").findings.push({
      rule: after === undefined ? "event-removed" : "event-added",
      text: `the event is ${after === undefined ? "removed" : "added"}`,
      base: before?.operation ?? base[0],
      head: after?.operation ?? head[0],
    });
  }
}

interface EventSite {
  readonly path: string;
  readonly item: Site;
  /** Undefined if the entry is for the path item itself. */
  readonly operation: Site | undefined;
}

/** Returns operations by name and method, and path items by name. A callback's name includes its URL expression. */
function events(owners: readonly Site[]): Map<string, EventSite> {
  const found = new Map<string, EventSite>();
  const collect = (name: string, path: string, item: Site): void => {
    let isItem = false;
    for (const key of Object.keys(item.object)) {
      if (isHttpMethod(key)) {
        isItem = true;
        const operation = item.child(key).target;
        found.set(`${name} ${key.toUpperCase()}`, { path, item, operation });
      } else if (key.includes("{") || key.startsWith("/") || key.startsWith("http"))
        collect(`${name} ${key}`, key, item.child(key).target);
    }
    if (isItem) found.set(name, { path, item, operation: undefined });
  };
  for (const owner of owners) for (const [name, site] of owner.entries()) collect(name, "", site);
  return found;
}
