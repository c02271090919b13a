import type { Site } from "../load/site.js";
import { compareBodies } from "./compare-bodies.js";
import { compareEvents } from "./compare-events.js";
import { compareKeys } from "./compare-keys.js";
import { compareParameters } from "./compare-parameters.js";
import { compareResponses } from "./compare-responses.js";
import { compareSecurity } from "./compare-security.js";
import { compareServers } from "./compare-servers.js";
import type { Comparison } from "./comparison.js";
import { quote } from "./quote.js";

/** An operation, the path item that holds it, and its path. */
export interface OperationSite {
  readonly path: string;
  readonly item: Site;
  readonly operation: Site;
}

/** Keys that have a comparison of their own. */
export const operationElsewhere = [
  "operationId",
  "parameters",
  "requestBody",
  "responses",
  "callbacks",
  "security",
  "servers",
] as const;

/** Compares two operations: what is sent, what comes back, who may call, and what it is called. */
export function compareOperations(
  comparison: Comparison,
  name: string,
  base: OperationSite,
  head: OperationSite,
): void {
  const whole = comparison.start(name, "the operation", "request");
  const [before, after] = [base.operation, head.operation];
  compareKeys(whole, before, after, new Set(operationElsewhere));
  const [was, is] = [before.object["operationId"], after.object["operationId"]];
  if (was !== is)
    whole.findings.push({
      rule: was === undefined ? "operation-id-added" : "operation-id-changed",
      text: `\`operationId\` goes from ${was === undefined ? "none" : quote(was)} to ${is === undefined ? "none" : quote(is)}`,
      base: before.has("operationId") ? before.child("operationId") : before,
      head: after.has("operationId") ? after.child("operationId") : after,
    });
  compareSecurity(whole, before, after);
  compareOwnServers(whole, base, head);
  compareParameters(comparison, name, base, head);
  compareBodies(comparison, name, before, after);
  compareResponses(comparison, name, before.child("responses"), after.child("responses"));
  compareEvents(
    comparison,
    `${name} callback `,
    before.child("callbacks"),
    after.child("callbacks"),
  );
}

/** Servers of an operation or its path replace those of the description; only then are they compared here. */
function compareOwnServers(
  whole: ReturnType<Comparison["start"]>,
  base: OperationSite,
  head: OperationSite,
): void {
  const [before, after] = [owner(base), owner(head)];
  if (before === undefined && after === undefined) return;
  compareServers(whole, before ?? base.item.description.root, after ?? head.item.description.root);
}

function owner({ item, operation }: OperationSite): Site | undefined {
  return [operation, item].find((site) => site.child("servers").list.length > 0);
}
