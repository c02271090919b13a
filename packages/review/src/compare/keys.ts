import type { Site } from "../load/site.js";
import { canonical, isSame } from "../load/values.js";
import type { Rule } from "../policy/policy.js";
import { understood } from "../shape/keywords.js";
import { pairedKeys, fromTo, quote, type Pair } from "./comparison.js";

/** Keys that have their own comparison function, by kind of object. `compareKeys` compares all other keys. */
export const comparedElsewhere = {
  description: {
    openapi: "compareDescriptions",
    info: "compareDescriptions",
    paths: "comparePaths",
    webhooks: "compareEvents",
    "x-webhooks": "compareEvents",
    components: "compareUnused",
    servers: "compareServers",
    security: "compareSecurity",
  },
  info: { version: "readAnnouncement" },
  "path item": {
    get: "compareOperation",
    put: "compareOperation",
    post: "compareOperation",
    delete: "compareOperation",
    options: "compareOperation",
    head: "compareOperation",
    patch: "compareOperation",
    trace: "compareOperation",
    parameters: "compareParameters",
    servers: "compareServers",
  },
  operation: {
    operationId: "compareOperation",
    parameters: "compareParameters",
    requestBody: "compareBody",
    responses: "compareResponses",
    callbacks: "compareEvents",
    security: "compareSecurity",
    servers: "compareServers",
  },
  parameter: {
    name: "compareParameter",
    in: "compareParameters",
    required: "compareParameter",
    style: "compareForm",
    explode: "compareForm",
    allowReserved: "compareForm",
    allowEmptyValue: "compareForm",
    schema: "comparePayload",
    content: "comparePayload",
  },
  header: {
    required: "compareHeader",
    style: "compareForm",
    explode: "compareForm",
    schema: "comparePayload",
    content: "comparePayload",
  },
  body: { required: "compareBody", content: "compareContent" },
  response: { headers: "compareHeaders", content: "compareContent", links: "compareResponse" },
  "media type": { schema: "compareMediaType", encoding: "compareEncoding" },
  encoding: {
    contentType: "compareEncoding",
    style: "compareEncoding",
    explode: "compareEncoding",
    allowReserved: "compareEncoding",
    headers: "compareHeaders",
  },
  server: { url: "compareServers", variables: "compareVariables" },
  "server variable": { default: "compareVariables", enum: "compareVariables" },
  "security scheme": {
    type: "compareSecuritySchemes",
    in: "compareSecuritySchemes",
    name: "compareSecuritySchemes",
    scheme: "compareSecuritySchemes",
    flows: "compareFlows",
    openIdConnectUrl: "compareSecuritySchemes",
  },
  flow: {
    authorizationUrl: "compareFlows",
    tokenUrl: "compareFlows",
    refreshUrl: "compareFlows",
    deviceAuthorizationUrl: "compareFlows",
    scopes: "compareFlows",
  },
} as const satisfies Record<string, Record<string, string>>;

/** Compares keys that have no comparison function of their own: documentation text, examples, and extensions. */
export function compareKeys(
  pair: Pair,
  base: Site,
  head: Site,
  kind: keyof typeof comparedElsewhere,
  others: ReadonlySet<string> = new Set(),
): void {
  compareLifecycle(pair, base, head);
  const elsewhere = comparedElsewhere[kind];
  for (const key of pairedKeys(base.object, head.object)) {
    if (Object.hasOwn(elsewhere, key) || others.has(key) || lifecycle.has(key) || key === "$ref")
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

/** Returns the rule for a key that does not restrict values. */
export function wordRule(key: string): Rule {
  if (key === "example" || key === "examples") return "example-changed";
  if (key.startsWith("x-")) return "extension-changed";
  return Object.hasOwn(understood, key) ? "keyword-without-effect" : "description-changed";
}

const lifecycle = new Set(["deprecated", "x-sunset"]);

/** Returns a key's location; undefined if the key is absent or empty. */
function written(site: Site, key: string): Site | undefined {
  if (!site.has(key)) return undefined;
  const child = site.child(key);
  const { value } = child;
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty && !key.startsWith("x-") ? undefined : child;
}

function isUnchanged(key: string, before: Site, after: Site): boolean {
  if (isSame(before, after)) return true;
  // Tag order has no meaning.
  const sorted = ({ list }: Site): string => list.map(canonical).sort().join();
  return key === "tags" && sorted(before) === sorted(after);
}

/** Compares the `required` flags of parameters, headers, or bodies. */
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
