import type { Site } from "../load/site.js";
import { compareBodies } from "./compare-bodies.js";
import { compareKeys } from "./compare-keys.js";
import { operationElsewhere } from "./compare-operations.js";
import { compareResponses } from "./compare-responses.js";
import type { Comparison } from "./comparison.js";
import { methods } from "./methods.js";

/**
 * Compares webhooks or callbacks: calls that the API makes. Their bodies are read by the users of the API,
 * and their responses are sent by them.
 */
export function compareEvents(comparison: Comparison, kind: string, base: Site, head: Site): void {
  const [olds, youngs] = [events(base), events(head)];
  for (const name of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(name), youngs.get(name)];
    const whole = comparison.start(`${kind}${name}`, "the event", "response");
    if (before === undefined || after === undefined) {
      whole.findings.push({
        rule: after === undefined ? "event-removed" : "event-added",
        text: `the event is ${after === undefined ? "removed" : "added"}`,
        base: before ?? base,
        head: after ?? head,
      });
      continue;
    }
    compareKeys(whole, before, after, new Set<string>(operationElsewhere));
    compareBodies(comparison, `${kind}${name}`, before, after, "response");
    compareResponses(
      comparison,
      `${kind}${name}`,
      before.child("responses"),
      after.child("responses"),
      "request",
    );
  }
}

/** Operations by name and method; a callback has one more level, the expression of its URL. */
function events(owner: Site): Map<string, Site> {
  const found = new Map<string, Site>();
  const collect = (name: string, site: Site): void => {
    for (const key of Object.keys(site.object)) {
      if ((methods as readonly string[]).includes(key))
        found.set(`${name} ${key.toUpperCase()}`, site.child(key).target);
      else if (key.includes("{") || key.startsWith("/") || key.startsWith("http"))
        collect(`${name} ${key}`, site.child(key).target);
    }
  };
  for (const [name, site] of owner.entries()) collect(name, site);
  return found;
}
