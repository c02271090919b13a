import { type Site, isObject } from "../load/site.js";
import { ReviewError } from "../review-error.js";

/** One schema object of a conjunction, in the spelling of JSON Schema 2020-12. */
export interface Part {
  readonly site: Site;
  readonly keywords: Readonly<Record<string, unknown>>;
  /** The part is one half of a choice whose other half is `null`. */
  readonly orNull: boolean;
}

/**
 * A schema as the conjunction that it is: references followed, `allOf` opened, choices with one branch
 * (or with one branch and `null`) taken as that branch. Outermost first.
 *
 * @throws ReviewError at a schema that is neither an object nor a boolean.
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
      throw new ReviewError(
        `${site.file}:${site.line} (${site.description.source.label}): ` +
          `a schema stands for an object, this is ${(JSON.stringify(site.value) as string | undefined) ?? "nothing"}.`,
      );
    }
    if (typeof site.object["$ref"] === "string") {
      // Beside a reference, 3.0 ignores every other key; 3.1 adds them to what the reference leads to.
      if (site.description.version === "3.1" && Object.keys(site.object).length > 1)
        addObject(site, orNull);
      add(site.target, orNull);
    } else addObject(site, orNull);
  }

  function addObject(site: Site, orNull: boolean): void {
    const written = inModernSpelling(site);
    const taken = ["nullable"];
    const all = site.child("allOf");
    // In 3.0 `nullable` counts beside a type only; beside a lone `allOf` everybody means it all the same.
    const nullable = orNull || (written["nullable"] === true && written["type"] === undefined);
    const inner: [Site, boolean][] = all.list.map((_, index) => [
      all.child(String(index)),
      nullable,
    ]);
    for (const kind of ["anyOf", "oneOf"] as const) {
      const branches = site
        .child(kind)
        .list.map((_, index) => site.child(kind).child(String(index)));
      const others = branches.filter((branch) => !isNull(branch));
      const [only] = others;
      if (only === undefined || others.length > 1) continue;
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

function isNull(site: Site): boolean {
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
  const keywords = without(site.object, ["$ref", "allOf", "example"]);
  const example = site.object["example"];
  // `example` says the same as a list with one entry, in either version.
  if (example !== undefined) {
    const others = keywords["examples"];
    keywords["examples"] = [...(Array.isArray(others) ? (others as unknown[]) : []), example];
  }
  return site.description.version === "3.1" ? keywords : fromThreeZero(keywords);
}

/** `nullable` beside a type, and bounds that a boolean makes exclusive, as 2020-12 writes them. */
function fromThreeZero(keywords: Record<string, unknown>): Record<string, unknown> {
  let modern = keywords;
  const { nullable, type } = keywords;
  if (nullable === true && typeof type === "string") {
    modern = { ...without(modern, ["nullable"]), type: [type, "null"] };
    const values = modern["enum"];
    if (Array.isArray(values) && !values.includes(null))
      modern = { ...modern, enum: [...(values as unknown[]), null] };
  }
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
