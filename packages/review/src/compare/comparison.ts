import type { Site } from "../load/site.js";
import { largest, type Level } from "../policy/level.js";
import { levelOf, type Rule, type Way } from "../policy/policy.js";
import { ShapeReader } from "../shape/read-shape.js";

/** A change at one pair of locations, without the operations that it affects. */
export interface Finding {
  readonly rule: Rule;
  /** What changed, without the location. */
  readonly text: string;
  readonly base?: Site | undefined;
  readonly head?: Site | undefined;
}

/** A pair of locations that were compared in one direction. */
export interface Pair {
  readonly way: Way;
  readonly findings: Finding[];
  readonly children: Pair[];
  readonly parents: { readonly pair: Pair; readonly label: string }[];
  /** The compared locations; undefined for parts of an operation. */
  readonly sites: Site[];
  /** Set for parts of an operation, which are the roots of the graph. */
  readonly start?: { readonly operation: string; readonly part: string; readonly way: Way };
  /** Set for media types: whether the body is XML. */
  readonly isXml?: boolean;
}

/** All comparisons, as a graph, because shared components are compared once per direction. */
export class Comparison {
  readonly shapes = new ShapeReader();
  readonly pairs: Pair[] = [];
  readonly #reached = new Set<Site>();
  readonly #known = new Map<string, Pair>();

  /** Adds a part of an operation or of the description. */
  start(operation: string, part: string, way: Way): Pair {
    const pair: Pair = {
      way,
      findings: [],
      children: [],
      parents: [],
      sites: [],
      start: { operation, part, way },
    };
    this.pairs.push(pair);
    return pair;
  }

  /** Compares two locations once. Later calls return the first result. */
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
    const pair: Pair = {
      way,
      findings: [],
      children: [],
      parents: [],
      sites: [...base, ...head],
      ...extra,
    };
    this.#known.set(key, pair);
    this.pairs.push(pair);
    compare(pair);
    return pair;
  }

  link(parent: Pair, label: string, child: Pair): void {
    parent.children.push(child);
    child.parents.push({ pair: parent, label });
  }

  /** Marks a location as compared without adding a pair. */
  reach(site: Site): void {
    this.#reached.add(site);
    this.#reached.add(site.target);
  }

  /** Locations on either side that were compared, including references and their targets. */
  compared(): ReadonlySet<Site> {
    const all = new Set(this.#reached);
    for (const { sites } of this.connected())
      for (const site of sites) all.add(site).add(site.target);
    return all;
  }

  /** The pairs that belong to a part of an operation. Other pairs are trial comparisons. */
  connected(): Pair[] {
    const seen = new Set<Pair>(this.pairs.filter(({ start }) => start !== undefined));
    // The loop also visits members that are added during iteration.
    for (const pair of seen) for (const child of pair.children) seen.add(child);
    return [...seen];
  }

  /** The number of findings below a pair that are not wording changes, and the highest level. */
  weigh(pair: Pair): { readonly weight: number; readonly level: Level } {
    let weight = 0;
    const levels: Level[] = [];
    const seen = new Set([pair]);
    for (const next of seen) {
      for (const { rule } of next.findings) {
        const level = levelOf(rule, next.way);
        levels.push(level);
        if (level !== "patch") weight++;
      }
      for (const child of next.children) seen.add(child);
    }
    return { weight, level: largest(levels) };
  }
}

/** Formats a value as code, on one line, with at most 80 characters. Quotes strings such as "true". */
export function quote(value: unknown): string {
  const isPlainText = typeof value === "string" && !/^(true|false|null|-?\d+(\.\d+)?)$/.test(value);
  const text = isPlainText ? value : ((JSON.stringify(value) as string | undefined) ?? "nothing");
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
