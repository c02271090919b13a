import type { Site } from "../load/site.js";
import { levelOf, type Rule, type Way } from "../policy/policy.js";
import { areEqualSchemas } from "../shape/equal-schemas.js";
import { ShapeReader } from "../shape/read-shape.js";

/** A difference between two compared locations, regardless of which operations the difference affects. */
export interface Finding {
  readonly rule: Rule;
  /** Describes the change but not its location. */
  readonly text: string;
  readonly base?: Site | undefined;
  readonly head?: Site | undefined;
  /** The old and new values, if they differ from the values at the `base` and `head` locations. */
  readonly values?: readonly [before: string, after: string] | undefined;
  /** The name of a removed property that the new schema still allows because it accepts any additional property. */
  readonly undocumented?: string | undefined;
}

/** Two locations that are compared in one direction: request or response. */
export interface Pair {
  readonly way: Way;
  readonly findings: Finding[];
  readonly children: Pair[];
  readonly parents: { readonly pair: Pair; readonly label: string }[];
  /** The compared locations; empty for the roots of the graph. */
  readonly sites: Site[];
  /** The part of the description or of an operation that is compared; set only for the roots of the graph. */
  readonly start?: { readonly operation: string; readonly part: string };
  /** Whether the body is XML. Set only for pairs of media types. */
  readonly isXml?: boolean;
}

function emptyPair(way: Way): Pair {
  return { way, findings: [], children: [], parents: [], sites: [] };
}

/**
 * A graph of all compared pairs of locations. Shared components are compared once per direction and can have several
 * parents.
 */
export class Comparison {
  readonly shapes = new ShapeReader();
  readonly #roots: Pair[] = [];
  readonly #reached = new Set<Site>();
  readonly #equal = new Set<Site>();
  readonly #known = new Map<string, Pair>();

  /** @param renamedSchemes the new names of renamed security schemes, keyed by old name */
  constructor(readonly renamedSchemes: ReadonlyMap<string, string> = new Map()) {}

  /** Adds a root of the graph: a part of the description or of an operation, such as the request body. */
  start(operation: string, part: string, way: Way): Pair {
    const root = { ...emptyPair(way), start: { operation, part } };
    this.#roots.push(root);
    return root;
  }

  /** Compares two locations. Repeated calls for the same locations and direction return the first result. */
  pair(
    kind: string,
    way: Way,
    base: readonly Site[],
    head: readonly Site[],
    compare: (pair: Pair) => void,
    extra: { readonly isXml?: boolean } = {},
  ): Pair {
    const ids = (sites: readonly Site[]): string => sites.map((site) => site.id).join("&");
    const key = `${kind} ${way} ${ids(base)} ${ids(head)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const pair = { ...emptyPair(way), sites: [...base, ...head], ...extra };
    this.#known.set(key, pair);
    compare(pair);
    return pair;
  }

  link(parent: Pair, label: string, child: Pair): void {
    parent.children.push(child);
    child.parents.push({ pair: parent, label });
  }

  /**
   * Whether two schemas are identical, so that a comparison would find no differences. Most schemas in a large
   * description do not change, so skipping unchanged schemas saves most of the memory and time. Marks identical schemas
   * as compared.
   */
  areEqual(base: readonly Site[] = [], head: readonly Site[] = []): boolean {
    const [was, is] = [base[0], head[0]];
    if (was === undefined || is === undefined || base.length > 1 || head.length > 1) return false;
    if (!areEqualSchemas(was, is)) return false;
    this.#equal.add(was).add(is);
    return true;
  }

  /** Whether a location is inside a schema that is identical in the base and the head. */
  isInsideEqual(path: readonly Site[]): boolean {
    return path.some((site) => this.#equal.has(site));
  }

  /** Marks a location as compared but does not add a pair. */
  reach(site: Site): void {
    this.#reached.add(site);
    this.#reached.add(site.target);
  }

  /** Returns all compared locations in the base and the head, including references and their targets. */
  compared(): ReadonlySet<Site> {
    const all = new Set(this.#reached);
    for (const { sites } of this.connected())
      for (const site of sites) all.add(site).add(site.target);
    return all;
  }

  /** Returns the roots and all pairs below them. Excludes trial comparisons. */
  connected(): Pair[] {
    return below(this.#roots);
  }

  /** Counts the findings at a pair and below it, but does not count wording changes. */
  weigh(pair: Pair): number {
    return below([pair])
      .flatMap(({ findings, way }) => findings.map(({ rule }) => levelOf(rule, way)))
      .filter((level) => level !== "patch").length;
  }

  /**
   * Returns the names of properties that the new schemas of a pair allow but do not document. Returns undefined if the
   * new schemas forbid values that the old schemas allow.
   */
  undocumented(pair: Pair): ReadonlySet<string> | undefined {
    const names = new Set<string>();
    for (const { findings, way } of below([pair]))
      for (const { rule, undocumented } of findings) {
        // Requests break if a schema becomes stricter. Inside `not`, the direction is reversed.
        const isStricter = levelOf(rule, way === pair.way ? "request" : "response") === "major";
        if (undocumented !== undefined) names.add(undocumented);
        else if (isStricter) return undefined;
      }
    return names;
  }
}

/** Returns the given pairs and all pairs below them. */
function below(pairs: readonly Pair[]): Pair[] {
  const seen = new Set(pairs);
  // Iterating over a set also visits items that are added during the loop.
  for (const pair of seen) for (const child of pair.children) seen.add(child);
  return [...seen];
}

/** Returns the keys of two objects or maps: first the old keys, then the new keys. */
export function pairedKeys(
  olds: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>,
  youngs: typeof olds,
): Set<string> {
  const keys = (some: typeof olds): Iterable<string> =>
    some instanceof Map ? (some.keys() as Iterable<string>) : Object.keys(some);
  return new Set([...keys(olds), ...keys(youngs)]);
}

/** Formats a value change, such as "from none to `5`". */
export function fromTo(was: unknown, is: unknown): string {
  const [before, after] = [was, is].map((value) => (value === undefined ? "none" : quote(value)));
  return `from ${before ?? ""} to ${after ?? ""}`;
}

/** Formats a value as inline code with at most 80 characters. Quotes empty strings and strings such as "true". */
export function quote(value: unknown): string {
  const isPlainText =
    typeof value === "string" && !/^(true|false|null|-?\d+(\.\d+)?|)$/.test(value);
  const text = isPlainText ? value : ((JSON.stringify(value) as string | undefined) ?? "nothing");
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
