import { canonical } from "../load/canonical.js";
import { plain } from "../load/plain.js";
import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { compareContent } from "./compare-content.js";
import { at, compareKeys } from "./compare-keys.js";
import { comparePayload } from "./compare-parameters.js";
import type { Comparison, Pair } from "./comparison.js";
import { quote } from "./quote.js";

/** Compares the responses of two operations, status by status. */
export function compareResponses(
  comparison: Comparison,
  operation: string,
  base: Site,
  head: Site,
  way: Way = "response",
): void {
  for (const status of new Set([...Object.keys(base.object), ...Object.keys(head.object)])) {
    const [before, after] = [base.follow(status), head.follow(status)];
    for (const site of [before, after]) if (site !== undefined) comparison.reach(site);
    const part = comparison.start(operation, `${status} response`, way);
    if (status.startsWith("x-")) continue;
    if (before !== undefined && after !== undefined)
      comparison.link(part, "", compareResponse(comparison, way, before, after));
    else
      part.findings.push({
        rule: after === undefined ? "response-removed" : "response-added",
        text: `the response is ${after === undefined ? "removed" : "added"}`,
        base: before ?? base,
        head: after ?? head,
      });
  }
  const statuses = [...Object.keys(base.object), ...Object.keys(head.object)];
  compareKeys(
    comparison.start(operation, "the responses", way),
    base,
    head,
    new Set(statuses.filter((status) => !status.startsWith("x-"))),
  );
}

function compareResponse(comparison: Comparison, way: Way, base: Site, head: Site): Pair {
  return comparison.pair("response", way, [base], [head], (pair) => {
    compareKeys(pair, base, head, new Set(["headers", "content", "links"]));
    compareContent(comparison, pair, base.child("content"), head.child("content"));
    compareHeaders(comparison, pair, base, head);
    if (canonical(plain(base.child("links"))) !== canonical(plain(head.child("links"))))
      pair.findings.push({
        rule: "link-changed",
        text: "the links change",
        base: at(base, "links"),
        head: at(head, "links"),
      });
  });
}

function compareHeaders(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [headers(base), headers(head)];
  for (const name of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    for (const site of [before, after]) if (site !== undefined) comparison.reach(site);
    if (before !== undefined && after !== undefined) {
      comparison.link(pair, `header ${name}`, compareHeader(comparison, pair.way, before, after));
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

/** By name in lower case; `Content-Type` is told by `content`, and the standard ignores it here. */
function headers(response: Site): Map<string, Site> {
  return new Map(
    response
      .child("headers")
      .entries()
      .map(([name, site]) => [name.toLowerCase(), site] as const)
      .filter(([name]) => name !== "content-type"),
  );
}

function compareHeader(comparison: Comparison, way: Way, base: Site, head: Site): Pair {
  return comparison.pair("header", way, [base], [head], (pair) => {
    compareKeys(pair, base, head, new Set(["required", "schema", "content", "style", "explode"]));
    const [was, is] = [base.object["required"] === true, head.object["required"] === true];
    if (was !== is)
      pair.findings.push({
        rule: is ? "header-required" : "header-optional",
        text: `the header becomes ${is ? "required" : "optional"}`,
        base: at(base, "required"),
        head: at(head, "required"),
      });
    const explode = [base, head].map((site) => site.object["explode"] === true);
    if (explode[0] !== explode[1])
      pair.findings.push({
        rule: "parameter-serialization-changed",
        text: `\`explode\` becomes ${String(explode[1])}`,
        base: at(base, "explode"),
        head: at(head, "explode"),
      });
    comparePayload(comparison, pair, base, head);
  });
}
