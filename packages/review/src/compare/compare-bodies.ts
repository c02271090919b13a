import type { Site } from "../load/site.js";
import type { Way } from "../policy/policy.js";
import { compareContent } from "./compare-content.js";
import { at, compareKeys } from "./compare-keys.js";
import type { Comparison } from "./comparison.js";

/** Compares the request bodies of two operations; `way` is the other one for calls that the API makes. */
export function compareBodies(
  comparison: Comparison,
  operation: string,
  base: Site,
  head: Site,
  way: Way = "request",
): void {
  const [before, after] = [base.follow("requestBody"), head.follow("requestBody")];
  if (before === undefined && after === undefined) return;
  const part = comparison.start(operation, "request body", way);
  const isRequired = (site: Site | undefined): boolean => site?.object["required"] === true;
  const sites = { base: before ?? base, head: after ?? head };
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
      ...sites,
    });
    return;
  }
  const pair = comparison.pair("body", way, [before], [after], (inner) => {
    compareKeys(inner, before, after, new Set(["required", "content"]));
    if (isRequired(before) !== isRequired(after))
      inner.findings.push({
        rule: isRequired(after) ? "body-added-required" : "body-optional",
        text: `the request body becomes ${isRequired(after) ? "required" : "optional"}`,
        base: at(before, "required"),
        head: at(after, "required"),
      });
    compareContent(comparison, inner, before.child("content"), after.child("content"));
  });
  comparison.link(part, "", pair);
}
