import type { Site } from "../load/site.js";
import { isSame } from "../load/values.js";
import { typesText } from "../shape/keywords.js";
import { demandOf, type Shape } from "../shape/shape.js";
import { areEqualSchemas } from "../shape/equal-schemas.js";
import { isScalar } from "../shape/simplify.js";
import { quote, type Comparison, type Pair } from "./comparison.js";
import { compareKeys } from "./keys.js";
import { compareParameterForm } from "./parameter-form.js";
import { compareSchemas } from "./schemas.js";

/** A `content` entry with its parsed name. */
interface MediaType {
  readonly site: Site;
  readonly name: string;
  /** The lowercase name without whitespace or charset. */
  readonly essence: string;
  readonly charset: string | undefined;
}

/** Compares two `content` objects. */
export function compareContent(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [mediaTypes(base), mediaTypes(head)];
  const labelled = olds.length > 1 || youngs.length > 1;
  const matched = new Set<MediaType>();
  for (const before of olds) {
    const after =
      youngs.find(({ name }) => name === before.name) ??
      youngs.find((one) => !olds.some(({ name }) => name === one.name) && sameText(before, one));
    if (after !== undefined) {
      matched.add(after);
      if (before.name !== after.name)
        pair.findings.push({
          rule: "spelling-changed",
          text: `the media type ${quote(before.name)} is now written as ${quote(after.name)}, which is equivalent`,
          base: before.site,
          head: after.site,
        });
      const label = labelled ? `(${after.essence})` : "";
      comparison.link(pair, label, compareMediaType(comparison, pair, before, after));
      continue;
    }
    const wider = youngs.find(({ essence }) => isWithin(before.essence, essence));
    if (wider !== undefined)
      comparison.link(
        pair,
        `(${before.essence})`,
        compareMediaType(comparison, pair, before, wider),
      );
    pair.findings.push({
      rule: wider === undefined ? "media-type-removed" : "media-type-wider",
      text: `the media type ${quote(before.name)} is ${wider === undefined ? "removed" : `replaced by ${quote(wider.name)}, which includes it`}`,
      base: before.site,
      head: wider?.site ?? head,
    });
  }
  for (const after of youngs) {
    if (matched.has(after) || olds.some(({ essence }) => isWithin(essence, after.essence)))
      continue;
    pair.findings.push({
      rule: "media-type-added",
      text: `the media type ${quote(after.name)} is added`,
      base,
      head: after.site,
    });
  }
}

function mediaTypes(content: Site): MediaType[] {
  return Object.keys(content.object).map((name) => {
    const parts = name.toLowerCase().replace(/\s+/g, "").split(";");
    const charset = parts.find((part) => part.startsWith("charset="));
    return {
      site: content.child(name).target,
      name,
      essence: parts.filter((part) => part !== charset).join(";"),
      charset: charset?.slice("charset=".length).replaceAll('"', ""),
    };
  });
}

/**
 * Whether two names mean the same media type. JSON always uses UTF-8, which is also the default charset for other
 * types.
 */
function sameText(one: MediaType, other: MediaType): boolean {
  const charset = ({ charset: written = "utf-8", essence }: MediaType): string =>
    /[/+]json$/.test(essence) ? "utf-8" : written;
  return one.essence === other.essence && charset(one) === charset(other);
}

/** Whether a media range such as `application/*` includes the media type. */
function isWithin(essence: string, range: string): boolean {
  if (essence === range || !range.endsWith("/*")) return false;
  return range === "*/*" || essence.startsWith(range.slice(0, -1));
}

function compareMediaType(
  comparison: Comparison,
  parent: Pair,
  before: MediaType,
  after: MediaType,
): Pair {
  const [base, head] = [before.site, after.site];
  const isXml = /[/+]xml/.test(after.essence) || after.essence.endsWith("/*");
  return comparison.pair(
    `media type ${after.essence}`,
    parent.way,
    [base],
    [head],
    (pair) => {
      compareKeys(pair, base, head, "media type");
      const [was, is] = [base.child("schema"), head.child("schema")];
      if (isRaw(was, before.essence) && isRaw(is, after.essence)) {
        for (const site of [was, is]) comparison.reach(site);
      } else if (was.value !== undefined && is.value !== undefined)
        compareSchemas(comparison, pair, "", [was], [is]);
      else if (was.value !== undefined || is.value !== undefined)
        pair.findings.push({
          rule: was.value === undefined ? "type-narrower" : "type-wider",
          text: `the schema of the body is ${was.value === undefined ? "added" : "removed"}`,
          base: base.at("schema"),
          head: head.at("schema"),
        });
      compareEncoding(comparison, pair, before, after);
    },
    { isXml },
  );
}

/**
 * Whether a body is binary. OpenAPI 3.0 describes binary bodies with a binary string; OpenAPI 3.1 uses no schema, an
 * empty schema, or a schema with a media type.
 */
function isRaw(schema: Site, essence: string): boolean {
  if (/json|xml|text\/|multipart\/|x-www-form-urlencoded|\*/.test(essence)) return false;
  if (schema.value === undefined) return true;
  const { type, format, contentMediaType, ...rest } = schema.target.object;
  const isWords = Object.keys(rest).every((key) => key === "description" || key === "title");
  const content = contentMediaType ?? essence;
  return (
    isWords &&
    (type === undefined || type === "string") &&
    (format === undefined || format === "binary") &&
    (content === essence || content === "application/octet-stream")
  );
}

/** Compares the `encoding` of form parts. In other media types, `encoding` has no effect. */
function compareEncoding(
  comparison: Comparison,
  pair: Pair,
  before: MediaType,
  after: MediaType,
): void {
  const [base, head] = [before.site.child("encoding"), after.site.child("encoding")];
  const isForm = /^multipart\/|x-www-form-urlencoded/.test(after.essence);
  if (!isForm) {
    if (!isSame(base, head) && (base.value !== undefined || head.value !== undefined))
      pair.findings.push({
        rule: "keyword-without-effect",
        text: "`encoding` changes, which has no effect outside forms",
        base: before.site.at("encoding"),
        head: after.site.at("encoding"),
      });
    return;
  }
  for (const name of new Set([...Object.keys(base.object), ...Object.keys(head.object)])) {
    const [was, is] = [base.child(name).target, head.child(name).target];
    const sites = { base: base.at(name), head: head.at(name) };
    // Added and removed parts are already reported as property changes.
    const isPart = ({ site }: MediaType): boolean => {
      const schema = site.child("schema");
      if (schema.value === undefined) return true;
      const { properties } = comparison.shapes.read([schema]);
      return properties.size === 0 || properties.has(name);
    };
    if (!isPart(before) || !isPart(after)) continue;
    compareKeys(pair, was, is, "encoding");
    const [old, young] = [contentTypes(was), contentTypes(is)];
    if (old.join() !== young.join()) {
      const wider = old.length > 0 && old.every((one) => young.includes(one));
      pair.findings.push({
        rule: wider ? "encoding-wider" : "encoding-changed",
        text: `the media type of the part ${quote(name)} changes from ${quote(old.join(", ") || "the default")} to ${quote(young.join(", ") || "the default")}`,
        ...sites,
      });
    }
    const isPlain = (): boolean =>
      [before, after].every(({ site }) => {
        const schema = site.child("schema");
        const parts =
          schema.value === undefined
            ? []
            : (comparison.shapes.read([schema]).properties.get(name) ?? []);
        return parts.length > 0 && isScalar(comparison.shapes.read(parts));
      });
    compareParameterForm(pair, was, is, "query", isPlain, `of the part ${quote(name)} `);
    for (const header of new Set(
      [was, is].flatMap((site) => Object.keys(site.child("headers").object)),
    )) {
      const [gone, here] = [
        was.child("headers").follow(header),
        is.child("headers").follow(header),
      ];
      if (gone !== undefined && here !== undefined)
        comparePayload(comparison, pair, gone, here, `header ${header}`);
      else
        pair.findings.push({
          rule: here === undefined ? "header-removed" : "header-added",
          text: `the header ${quote(header)} of the part ${quote(name)} is ${here === undefined ? "removed" : "added"}`,
          ...sites,
        });
    }
  }
}

function contentTypes(encoding: Site): string[] {
  const written = encoding.object["contentType"];
  if (typeof written !== "string") return [];
  return written
    .toLowerCase()
    .split(",")
    .map((one) => one.trim())
    .sort();
}

/** Compares the `schema` or `content` of a parameter or header. */
export function comparePayload(
  comparison: Comparison,
  pair: Pair,
  base: Site,
  head: Site,
  label = "",
): void {
  const [was, is] = [base.child("schema"), head.child("schema")];
  if (was.value !== undefined && is.value !== undefined) {
    if (!compareWithText(comparison, pair, was, is))
      compareSchemas(comparison, pair, label, [was], [is]);
  } else if ((was.value === undefined) !== (is.value === undefined)) {
    const hasContent = base.has("content") || head.has("content");
    pair.findings.push({
      rule: hasContent
        ? "parameter-serialization-changed"
        : was.value === undefined
          ? "type-narrower"
          : "type-wider",
      text: hasContent
        ? "`schema` is replaced by `content`, or `content` by `schema`"
        : `its schema is ${was.value === undefined ? "added" : "removed"}`,
      base: base.at("schema"),
      head: head.at("schema"),
    });
  }
  if (base.has("content") && head.has("content"))
    compareContent(comparison, pair, base.child("content"), head.child("content"));
  else if (base.has("content") !== head.has("content") && base.has("schema") === head.has("schema"))
    pair.findings.push({
      rule: "parameter-serialization-changed",
      text: `\`content\` is ${head.has("content") ? "added" : "removed"}`,
      base: base.at("content"),
      head: head.at("content"),
    });
}

/**
 * Handles a parameter or header whose type changes from a number or boolean to an unrestricted string, or the other way
 * around. Numbers and booleans are sent as text, so the string type accepts all of them. Returns false for any other
 * change.
 */
function compareWithText(comparison: Comparison, pair: Pair, was: Site, is: Site): boolean {
  if (areEqualSchemas(was, is)) return false;
  const [old, young] = [was, is].map((site) => comparison.shapes.read([site])) as [Shape, Shape];
  const isText = (shape: Shape): boolean =>
    shape.types.size === 1 && shape.types.has("string") && demandOf(shape) === "nothing";
  const isNumberOrBoolean = ({ types }: Shape): boolean =>
    types.size > 0 &&
    [...types].every((type) => type === "integer" || type === "fraction" || type === "boolean");
  const isWider = isNumberOrBoolean(old) && isText(young);
  if (!isWider && !(isText(old) && isNumberOrBoolean(young))) return false;
  pair.findings.push({
    rule: isWider ? "text-type-wider" : "text-type-narrower",
    text: `the type changes from ${quote(typesText(old.types))} to ${quote(typesText(young.types))}`,
    base: was.at("type"),
    head: is.at("type"),
  });
  return true;
}
