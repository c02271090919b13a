import type { Site } from "../load/site.js";
import { isSame } from "../load/values.js";
import { areEqualSchemas } from "../shape/equal-schemas.js";
import { typesText } from "../shape/keywords.js";
import { demandOf, type Shape } from "../shape/shape.js";
import { pairedKeys, quote, type Comparison, type Pair } from "./comparison.js";
import { compareKeys } from "./keys.js";
import { areEquivalent, isBinary, isForm, isWithin, isXml, mediaTypes } from "./media-types.js";
import type { MediaType } from "./media-types.js";
import { compareParameterForm } from "./parameter-form.js";
import { compareSchemas } from "./schemas.js";

/** Compares two `content` objects. */
export function compareContent(comparison: Comparison, pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [mediaTypes(base), mediaTypes(head)];
  const isLabelled = olds.length > 1 || youngs.length > 1;
  const matched = new Set<MediaType>();
  for (const before of olds) {
    const after =
      youngs.find(({ name }) => name === before.name) ??
      youngs.find(
        (one) => !olds.some(({ name }) => name === one.name) && areEquivalent(before, one),
      );
    if (after !== undefined) {
      matched.add(after);
      if (before.name !== after.name)
        pair.findings.push({
          rule: "spelling-changed",
          text: `the media type ${quote(before.name)} is now written as ${quote(after.name)}, which is equivalent`,
          base: before.site,
          head: after.site,
        });
      compareMediaType(comparison, pair, isLabelled ? `(${after.essence})` : "", before, after);
      continue;
    }
    const wider = youngs.find((one) => isWithin(before, one));
    if (wider !== undefined)
      compareMediaType(comparison, pair, `(${before.essence})`, before, wider);
    pair.findings.push({
      rule: wider === undefined ? "media-type-removed" : "media-type-wider",
      text: `the media type ${quote(before.name)} is ${wider === undefined ? "removed" : `replaced by ${quote(wider.name)}, which includes it`}`,
      base: before.site,
      head: wider?.site ?? head,
    });
  }
  for (const after of youngs)
    if (!matched.has(after) && !olds.some((before) => isWithin(before, after)))
      pair.findings.push({
        rule: "media-type-added",
        text: `the media type ${quote(after.name)} is added`,
        base,
        head: after.site,
      });
}

function compareMediaType(
  comparison: Comparison,
  parent: Pair,
  label: string,
  before: MediaType,
  after: MediaType,
): void {
  const [base, head] = [before.site, after.site];
  const compare = (pair: Pair): void => {
    compareKeys(pair, base, head, "media type");
    const [was, is] = [base.child("schema"), head.child("schema")];
    if (isBinary(before) && isBinary(after)) for (const site of [was, is]) comparison.reach(site);
    else if (was.value !== undefined && is.value !== undefined)
      compareSchemas(comparison, pair, "", [was], [is]);
    else if (was.value !== undefined || is.value !== undefined)
      pair.findings.push({
        rule: was.value === undefined ? "type-narrower" : "type-wider",
        text: `the schema of the body is ${was.value === undefined ? "added" : "removed"}`,
        base: base.at("schema"),
        head: head.at("schema"),
      });
    compareEncoding(comparison, pair, before, after);
  };
  const kind = `media type ${after.essence}`;
  const extra = { isXml: isXml(after) };
  comparison.link(parent, label, comparison.pair(kind, parent.way, [base], [head], compare, extra));
}

/** Compares the `encoding` of form parts. Outside forms, `encoding` has no effect. */
function compareEncoding(
  comparison: Comparison,
  pair: Pair,
  before: MediaType,
  after: MediaType,
): void {
  const [base, head] = [before.site.child("encoding"), after.site.child("encoding")];
  if (isForm(after)) {
    for (const name of pairedKeys(base.object, head.object))
      compareEncodedPart(comparison, pair, name, before, after);
  } else if (!isSame(base, head))
    pair.findings.push({
      rule: "keyword-without-effect",
      text: "`encoding` changes, which has no effect outside forms",
      base: before.site.at("encoding"),
      head: after.site.at("encoding"),
    });
}

function compareEncodedPart(
  comparison: Comparison,
  pair: Pair,
  name: string,
  before: MediaType,
  after: MediaType,
): void {
  const [base, head] = [before.site.child("encoding"), after.site.child("encoding")];
  const [was, is] = [base.child(name).target, head.child(name).target];
  const sites = { base: base.at(name), head: head.at(name) };
  const properties = [before, after].map(({ site }) => {
    const schema = site.child("schema");
    return schema.value === undefined
      ? new Map<string, Site[]>()
      : comparison.shapes.read([schema]).properties;
  });
  // Added and removed form parts are already reported as property changes.
  if (properties.some((all) => all.size > 0 && !all.has(name))) return;
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
    properties.every((all) => {
      const schemas = all.get(name);
      return schemas !== undefined && comparison.shapes.areScalar(schemas);
    });
  compareParameterForm(pair, was, is, "query", isPlain, `of the part ${quote(name)} `);
  const [olds, youngs] = [was.child("headers"), is.child("headers")];
  for (const header of pairedKeys(olds.object, youngs.object)) {
    const [gone, here] = [olds.follow(header), youngs.follow(header)];
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
  const hasContent = [base, head].map((site) => site.has("content"));
  if (was.value !== undefined && is.value !== undefined) {
    if (!compareWithText(comparison, pair, was, is))
      compareSchemas(comparison, pair, label, [was], [is]);
  } else if (was.value !== undefined || is.value !== undefined) {
    const isReplaced = hasContent.includes(true);
    const rule = was.value === undefined ? "type-narrower" : "type-wider";
    pair.findings.push({
      rule: isReplaced ? "parameter-serialization-changed" : rule,
      text: isReplaced
        ? "`schema` is replaced by `content`, or `content` by `schema`"
        : `its schema is ${was.value === undefined ? "added" : "removed"}`,
      base: base.at("schema"),
      head: head.at("schema"),
    });
  }
  if (hasContent[0] !== hasContent[1] && base.has("schema") === head.has("schema"))
    pair.findings.push({
      rule: "parameter-serialization-changed",
      text: `\`content\` is ${hasContent[1] === true ? "added" : "removed"}`,
      base: base.at("content"),
      head: head.at("content"),
    });
  if (!hasContent.includes(false))
    compareContent(comparison, pair, base.child("content"), head.child("content"));
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
