import type { Site } from "../load/site.js";
import { compareKeys } from "./compare-keys.js";
import type { Pair } from "./comparison.js";
import { quote } from "./quote.js";

/** Compares the `servers` of the description, of a path or of an operation. */
export function compareServers(pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [servers(base), servers(head)];
  for (const [url, before] of olds) {
    const after = youngs.get(url);
    if (after === undefined)
      pair.findings.push({
        rule: "server-removed",
        text: `the server ${quote(url)} is removed`,
        base: before,
        head: head.child("servers").value === undefined ? head : head.child("servers"),
      });
    else {
      compareKeys(pair, before, after, new Set(["url", "variables"]));
      compareVariables(pair, before.child("variables"), after.child("variables"));
    }
  }
  for (const [url, after] of youngs)
    if (!olds.has(url))
      pair.findings.push({
        rule: "server-added",
        text: `the server ${quote(url)} is added`,
        base: base.child("servers"),
        head: after,
      });
  const [first, now] = [[...olds.keys()][0], [...youngs.keys()][0]];
  if (
    first !== now &&
    first !== undefined &&
    now !== undefined &&
    youngs.has(first) &&
    olds.has(now)
  )
    pair.findings.push({
      rule: "server-order-changed",
      text: `the first server is ${quote(now)} now`,
      base: base.child("servers"),
      head: head.child("servers"),
    });
}

function servers(owner: Site): Map<string, Site> {
  const list = owner.child("servers");
  return new Map(
    list.list.map((_, index) => {
      const server = list.child(String(index));
      // One slash at the end more or less addresses the same.
      return [String(server.object["url"]).replace(/(?<=.)\/$/, ""), server];
    }),
  );
}

function compareVariables(pair: Pair, base: Site, head: Site): void {
  for (const name of new Set([...Object.keys(base.object), ...Object.keys(head.object)])) {
    const [before, after] = [base.child(name), head.child(name)];
    const sites = { base: before, head: after };
    compareKeys(pair, before, after, new Set(["default", "enum"]));
    const [was, is] = [before.object["default"], after.object["default"]];
    if (was !== is)
      pair.findings.push({
        rule: "server-variable-changed",
        text: `the default of the server variable ${quote(name)} goes from ${quote(was)} to ${quote(is)}`,
        ...sites,
      });
    const [olds, youngs] = [before.child("enum"), after.child("enum")].map((site) =>
      site.value === undefined ? undefined : site.list.map(String),
    );
    const removed =
      youngs === undefined
        ? []
        : (olds?.filter((one) => !youngs.includes(one)) ?? ["any other value"]);
    const added =
      olds === undefined
        ? []
        : (youngs?.filter((one) => !olds.includes(one)) ?? ["any other value"]);
    for (const value of removed)
      pair.findings.push({
        rule: "server-variable-changed",
        text: `the server variable ${quote(name)} no longer allows ${quote(value)}`,
        ...sites,
      });
    for (const value of added)
      pair.findings.push({
        rule: "server-variable-extended",
        text: `the server variable ${quote(name)} allows ${quote(value)}`,
        ...sites,
      });
  }
}
