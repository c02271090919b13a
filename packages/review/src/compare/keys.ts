import { httpMethods } from "@vpcep/contract-reader";

import type { Site } from "../load/site.js";
import { canonical, isSame } from "../load/values.js";
import type { Rule } from "../policy/policy.js";
import { understood } from "../shape/keywords.js";
import { pairedKeys, fromTo, quote, type Pair } from "./comparison.js";

/**
 * The keys that have their own comparison function, grouped by the kind of object. `compareKeys` compares all other
 * keys.
 */
const comparers = {
  description: {
    compareDescriptions: ["openapi", "info"],
    comparePaths: ["paths"],
    compareEvents: ["webhooks", "x-webhooks"],
    compareUnused: ["components"],
    compareServers: ["servers"],
    compareSecurity: ["security"],
  },
  info: { readAnnouncement: ["version"] },
  "path item": {
    compareItem: httpMethods,
    compareParameters: ["parameters"],
    compareServers: ["servers"],
  },
  operation: {
    compareOperation: ["operationId"],
    compareParameters: ["parameters"],
    compareBody: ["requestBody"],
    compareResponses: ["responses"],
    compareEvents: ["callbacks"],
    compareSecurity: ["security"],
    compareServers: ["servers"],
  },
  parameter: {
    compareParameter: ["name", "required"],
    compareParameters: ["in"],
    compareParameterForm: ["style", "explode", "allowReserved", "allowEmptyValue"],
    comparePayload: ["schema", "content"],
  },
  header: {
    compareHeader: ["required"],
    compareParameterForm: ["style", "explode"],
    comparePayload: ["schema", "content"],
  },
  body: { compareBody: ["required"], compareContent: ["content"] },
  response: {
    compareHeaders: ["headers"],
    compareContent: ["content"],
    compareResponse: ["links"],
  },
  "media type": { compareMediaType: ["schema"], compareEncoding: ["encoding"] },
  encoding: {
    compareEncodedPart: ["contentType", "headers"],
    compareParameterForm: ["style", "explode", "allowReserved"],
  },
  server: { compareServers: ["url"], compareVariables: ["variables"] },
  "server variable": { compareVariables: ["default", "enum"] },
  "security scheme": {
    compareScheme: ["type", "in", "name", "scheme", "openIdConnectUrl"],
    compareFlows: ["flows"],
  },
  flow: {
    compareFlows: ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"],
    compareScopes: ["scopes"],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;
export type Kind = keyof typeof comparers;

/** The keys that `compareKeys` skips, grouped by the kind of object. */
export const comparedElsewhere = new Map(
  Object.entries(comparers).map(([kind, keys]): [string, string[]] => [
    kind,
    Object.values(keys).flat() as string[],
  ]),
);

/** Compares keys that have no comparison function of their own: documentation text, examples, and extensions. */
export function compareKeys(
  pair: Pair,
  base: Site,
  head: Site,
  kind: Kind,
  others: ReadonlySet<string> = new Set(),
): void {
  compareLifecycle(pair, base, head);
  const elsewhere = comparedElsewhere.get(kind) ?? [];
  for (const key of pairedKeys(base.object, head.object)) {
    if (elsewhere.includes(key) || others.has(key) || lifecycle.has(key) || key === "$ref")
      continue;
    if (base.object[key] === head.object[key]) continue;
    const [before, after] = [written(base, key), written(head, key)];
    if (before === undefined && after === undefined) continue;
    if (before !== undefined && after !== undefined && isUnchanged(key, before, after)) continue;
    pair.findings.push({
      rule: wordRule(key),
      text: `${quote(key)} is ${before === undefined ? "added" : after === undefined ? "removed" : "changed"}`,
      base: base.at(key),
      head: head.at(key),
    });
  }
}

/** Returns the rule for changes to a key that does not restrict values. */
export function wordRule(key: string): Rule {
  if (key === "example" || key === "examples") return "example-changed";
  if (key.startsWith("x-")) return "extension-changed";
  return Object.hasOwn(understood, key) ? "keyword-without-effect" : "description-changed";
}

const lifecycle = new Set(["deprecated", "x-sunset"]);

/** Returns the location of a key's value; undefined if the key is absent or its value is empty. */
function written(site: Site, key: string): Site | undefined {
  if (!site.has(key)) return undefined;
  const child = site.child(key);
  const { value } = child;
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty && !key.startsWith("x-") ? undefined : child;
}

function isUnchanged(key: string, before: Site, after: Site): boolean {
  if (isSame(before, after)) return true;
  // The order of tags has no meaning.
  const sorted = ({ list }: Site): string => list.map(canonical).sort().join();
  return key === "tags" && sorted(before) === sorted(after);
}

/** Compares the `required` flags of two parameters, headers, or bodies. */
export function compareRequired(
  pair: Pair,
  base: Site,
  head: Site,
  subject: string,
  rules: Readonly<Record<"required" | "optional", Rule>>,
): void {
  const [was, is] = [base.object["required"] === true, head.object["required"] === true];
  const change = is ? "required" : "optional";
  if (was !== is)
    pair.findings.push({
      rule: rules[change],
      text: `${subject} becomes ${change}`,
      base: base.at("required"),
      head: head.at("required"),
    });
}

/** Compares `deprecated` and `x-sunset` (a date, with or without a time). */
function compareLifecycle(pair: Pair, base: Site, head: Site): void {
  const [was, is] = [base.object["deprecated"] === true, head.object["deprecated"] === true];
  if (was !== is)
    pair.findings.push({
      rule: is ? "deprecated" : "deprecation-lifted",
      text: is ? "now deprecated" : "no longer deprecated",
      base: base.at("deprecated"),
      head: head.at("deprecated"),
    });
  const [before, after] = [base.object["x-sunset"], head.object["x-sunset"]];
  if (canonical(before) === canonical(after)) return;
  const earlier = typeof before === "string" && typeof after === "string" && after < before;
  pair.findings.push({
    rule: earlier ? "sunset-earlier" : "sunset-changed",
    text: `the sunset date changes ${fromTo(before, after)}`,
    base: base.at("x-sunset"),
    head: head.at("x-sunset"),
  });
}
