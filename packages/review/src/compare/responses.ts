import type { Site } from "../load/site.js";
import { isSame } from "../load/values.js";
import type { Way } from "../policy/policy.js";
import { pairedKeys, quote, type Comparison, type Pair } from "./comparison.js";
import { compareContent, comparePayload } from "./content.js";
import { compareKeys, compareRequired } from "./keys.js";
import { compareParameterForm } from "./parameter-form.js";

/** Compares two operations' responses by status code. */
export function compareResponses(
  comparison: Comparison,
  operation: string,
  base: Site,
  head: Site,
  way: Way,
): void {
  const statuses = [...pairedKeys(base.object, head.object)].filter(
    (status) => !status.startsWith("x-"),
  );
  const oldStatuses = changedStatuses(statuses, base, head);
  for (const status of statuses) {
    if ([...oldStatuses.values()].includes(status)) continue;
    const was = oldStatuses.get(status) ?? status;
    const [before, after] = [base.follow(was), head.follow(status)];
    for (const site of [before, after]) if (site !== undefined) comparison.reach(site);
    const part = comparison.start(operation, `${status} response`, way);
    if (was !== status)
      part.findings.push({
        rule: "response-status-changed",
        text: `the status code changes from \`${was}\` to \`${status}\``,
        base: base.child(was),
        head: head.child(status),
        values: [was, status],
      });
    if (before !== undefined && after !== undefined)
      comparison.link(part, "", compareResponse(comparison, way, before, after));
    else {
      part.findings.push({
        rule: after === undefined ? "response-removed" : "response-added",
        text: `the response is ${after === undefined ? "removed" : "added"}`,
        base: base.at(status),
        head: head.at(status),
      });
      // Before the status code was added, the response for its range, such as `2XX`, or the `default` response applied
      // to it. If the base documents a success response, assume that `default` describes only errors.
      const range = base.follow(`${status[0] ?? ""}XX`);
      const isSuccess =
        status.startsWith("2") && statuses.some((one) => /^2\d\d$/.test(one) && base.has(one));
      const covering = after && (range ?? (isSuccess ? undefined : base.follow("default")));
      if (after !== undefined && covering?.has("content") === true)
        comparison.link(part, "", compareResponse(comparison, way, covering, after));
    }
  }
  compareKeys(
    comparison.start(operation, "the responses", way),
    base,
    head,
    "response",
    new Set(statuses),
  );
}

/**
 * Maps new status codes to the old status codes that they replace. A success code is replaced if exactly one success
 * code is removed and exactly one is added. For a code in any other range, such as `4XX`, the old and new responses
 * must also have the same content.
 */
function changedStatuses(statuses: readonly string[], base: Site, head: Site): Map<string, string> {
  const changed = new Map<string, string>();
  for (const group of ["1", "2", "3", "4", "5"]) {
    const codes = statuses.filter((one) => /^\d{3}$/.test(one) && one.startsWith(group));
    const [old, ...olds] = codes.filter((one) => !head.has(one));
    const [young, ...youngs] = codes.filter((one) => !base.has(one));
    if (old === undefined || young === undefined || olds.length + youngs.length > 0) continue;
    const [before, after] = [base.child(old).target, head.child(young).target];
    if (group === "2" || isSame(before.child("content"), after.child("content")))
      changed.set(young, old);
  }
  return changed;
}

function compareResponse(comparison: Comparison, way: Way, base: Site, head: Site): Pair {
  return comparison.pair("response", way, [base], [head], (pair) => {
    compareKeys(pair, base, head, "response");
    compareContent(comparison, pair, base.child("content"), head.child("content"));
    compareHeaders(comparison, pair, base, head);
    const hasLinks = [base, head].some(
      (site) => Object.keys(site.child("links").object).length > 0,
    );
    if (hasLinks && !isSame(base.child("links"), head.child("links")))
      pair.findings.push({
        rule: "link-changed",
        text: "the links change",
        base: base.at("links"),
        head: head.at("links"),
      });
  });
}

function compareHeaders(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [headers(base), headers(head)];
  for (const name of pairedKeys(olds, youngs)) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    for (const site of [before, after]) if (site !== undefined) comparison.reach(site);
    if (before !== undefined && after !== undefined) {
      const header = compareHeader(comparison, pair.way, before.target, after.target);
      comparison.link(pair, `header ${name}`, header);
      continue;
    }
    pair.findings.push({
      rule: after === undefined ? "header-removed" : "header-added",
      text: `the header ${quote(name)} is ${after === undefined ? "removed" : "added"}`,
      base: before ?? base,
      head: after ?? head,
    });
  }
}

/**
 * Returns a response's headers, keyed by lowercase name. Excludes `Content-Type`, which the OpenAPI specification
 * ignores in response headers.
 */
function headers(response: Site): Map<string, Site> {
  return new Map(
    response
      .child("headers")
      .entries()
      .map(([name]) => [name.toLowerCase(), response.child("headers").child(name)] as const)
      .filter(([name]) => name !== "content-type"),
  );
}

function compareHeader(comparison: Comparison, way: Way, base: Site, head: Site): Pair {
  return comparison.pair("header", way, [base], [head], (pair) => {
    compareKeys(pair, base, head, "header");
    const rules = { required: "header-required", optional: "header-optional" } as const;
    compareRequired(pair, base, head, "the header", rules);
    compareParameterForm(pair, base, head, "header");
    comparePayload(comparison, pair, base, head);
  });
}
