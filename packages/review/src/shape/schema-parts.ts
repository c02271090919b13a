import { type Site, isObject } from "../load/site.js";

/** One of the schema objects that a value must match, converted to JSON Schema 2020-12. */
export interface Part {
  readonly site: Site;
  readonly keywords: Readonly<Record<string, unknown>>;
  /** Whether `null` is also allowed, because of `nullable` or a union with `null`. */
  readonly orNull: boolean;
}

/**
 * Splits schemas into parts, starting with the outermost schema. A value must match every part. Follows references,
 * expands `allOf`, and replaces unions that have one branch, or one branch and `null`, with that branch. Reports and
 * ignores schemas that are neither an object nor a boolean.
 */
export function schemaParts(sites: readonly Site[]): Part[] {
  const parts: Part[] = [];
  const seen = new Set<Site>();

  function add(site: Site, orNull: boolean): void {
    if (seen.has(site)) return;
    seen.add(site);
    if (typeof site.value === "boolean") {
      parts.push({ site, keywords: site.value ? {} : { type: [] }, orNull });
      return;
    }
    if (!isObject(site.value)) {
      const written = (JSON.stringify(site.value) as string | undefined) ?? "nothing";
      site.description.refuse(site, `a schema must be an object or a boolean, not ${written}`);
      return;
    }
    if (typeof site.object["$ref"] === "string") {
      // OpenAPI 3.0 ignores other keys next to a `$ref`; OpenAPI 3.1 combines the other keys with the referenced
      // schema.
      if (site.description.version === "3.1" && Object.keys(site.object).length > 1)
        addObject(site, orNull);
      add(site.target, orNull);
    } else addObject(site, orNull);
    const dynamic = site.object["$dynamicRef"];
    if (typeof dynamic === "string") add(site.description.resolve(site, dynamic), orNull);
  }

  function addObject(site: Site, orNull: boolean): void {
    const written = inModernSpelling(site);
    const taken = ["nullable"];
    // In OpenAPI 3.0, `nullable` requires `type`, but many descriptions use `nullable` next to `allOf` and omit `type`.
    const nullable = orNull || (written["nullable"] === true && written["type"] === undefined);
    const inner: [Site, boolean][] = site.itemsOf("allOf").map((part) => [part, nullable]);
    for (const kind of ["anyOf", "oneOf"] as const) {
      const branches = site.itemsOf(kind);
      const others = branches.filter((branch) => !isNull(branch));
      const [only] = others;
      if (only === undefined || others.length > 1 || site.has("discriminator")) continue;
      taken.push(kind);
      inner.push([only, nullable || branches.length > 1]);
      for (const branch of branches)
        if (branch !== only) parts.push({ site: branch, keywords: wordsOf(branch), orNull });
    }
    parts.push({ site, keywords: without(written, taken), orNull: nullable });
    for (const [child, childOrNull] of inner) add(child, childOrNull);
  }

  for (const site of sites) add(site, false);
  return parts;
}

const nullSpellings = new Set([
  '{"type":"null"}',
  '{"type":["null"]}',
  '{"const":null}',
  '{"enum":[null]}',
]);
const wordKeys = ["title", "description"];

/** Whether a schema allows only `null`. */
export function isNull(site: Site): boolean {
  return nullSpellings.has(JSON.stringify(without(site.object, wordKeys)));
}

function wordsOf(site: Site): Record<string, unknown> {
  return Object.fromEntries(Object.entries(site.object).filter(([key]) => wordKeys.includes(key)));
}

function without(
  object: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function inModernSpelling(site: Site): Record<string, unknown> {
  const keywords = without(site.object, ["$ref", "$dynamicRef", "allOf", "example"]);
  const example = site.object["example"];
  // Treat `example` as an additional item in `examples`.
  if (example !== undefined) {
    const others = keywords["examples"];
    keywords["examples"] = [...(Array.isArray(others) ? (others as unknown[]) : []), example];
  }
  if (keywords["x-nullable"] === true) keywords["nullable"] = true;
  const modern = site.description.version === "3.1" ? keywords : withoutFlags(keywords);
  return withContent(withNull(modern));
}

/** Converts `nullable` to JSON Schema 2020-12. */
function withNull(keywords: Record<string, unknown>): Record<string, unknown> {
  const { nullable, type } = keywords;
  if (nullable !== true || typeof type !== "string") return keywords;
  const values = keywords["enum"];
  return {
    ...without(keywords, ["nullable", "x-nullable"]),
    type: [type, "null"],
    ...(Array.isArray(values) && !values.includes(null)
      ? { enum: [...(values as unknown[]), null] }
      : {}),
  };
}

/** Converts boolean `exclusiveMinimum` and `exclusiveMaximum` values to JSON Schema 2020-12. */
function withoutFlags(keywords: Record<string, unknown>): Record<string, unknown> {
  let modern = keywords;
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const { [limit]: value, [exclusive]: flag } = modern;
    if (typeof flag !== "boolean") continue;
    modern = without(modern, [exclusive]);
    if (flag && value !== undefined) modern = { ...without(modern, [limit]), [exclusive]: value };
  }
  return modern;
}

/**
 * Converts the formats of encoded and binary strings to JSON Schema 2020-12. Replaces the format `byte` with the
 * content encoding `base64`, and the format `binary` with the content media type `application/octet-stream`. Adds
 * `type: string` to binary schemas that have no type.
 * https://spec.openapis.org/oas/v3.1.1.html#migrating-binary-descriptions-from-oas-3-0
 */
function withContent(keywords: Record<string, unknown>): Record<string, unknown> {
  const { format, type } = keywords;
  if (format === "byte" && keywords["contentEncoding"] === undefined)
    return { ...without(keywords, ["format"]), contentEncoding: "base64" };
  const isBinary = format === "binary" && keywords["contentMediaType"] === undefined;
  const content = isBinary ? "application/octet-stream" : keywords["contentMediaType"];
  if (content !== "application/octet-stream") return keywords;
  return {
    ...(isBinary ? without(keywords, ["format"]) : keywords),
    type: type ?? "string",
    contentMediaType: content,
  };
}
