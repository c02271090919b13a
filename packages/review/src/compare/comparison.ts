import type { Site } from "../load/site.js";
import { largest, type Level } from "../policy/level.js";
import { levelOf, type Rule, type Way } from "../policy/policy.js";
import { ShapeReader } from "../shape/read-shape.js";

/** A change at one pair of places, before it is known from where the pair is reached. */
export interface Finding {
  readonly rule: Rule;
  /** What changed, without the place. */
  readonly text: string;
  readonly base?: Site | undefined;
  readonly head?: Site | undefined;
}

/** A pair of places that were compared with each other, for one way of the data. */
export interface Pair {
  readonly way: Way;
  readonly findings: Finding[];
  readonly children: Pair[];
  readonly parents: { readonly pair: Pair; readonly label: string }[];
  /** The places that are compared; none for the parts of an operation. */
  readonly sites: Site[];
  /** Set for the parts of an operation, where ways from the outside begin. */
  readonly start?: { readonly operation: string; readonly part: string; readonly way: Way };
  /** Set for media types: whether the body below is written in XML. */
  readonly isXml?: boolean;
}

/** Everything that was compared: a graph, because shared components are compared once per way. */
export class Comparison {
  readonly shapes = new ShapeReader();
  readonly pairs: Pair[] = [];
  readonly #reached = new Set<Site>();
  readonly #known = new Map<string, Pair>();

  /** A part of an operation, or of the description itself. */
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

  /** Compares two places once; later callers get what was found the first time. */
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

  /** Remembers that a place was looked at that is no pair of its own. */
  reach(site: Site): void {
    this.#reached.add(site);
    this.#reached.add(site.target);
  }

  /** Places of either side that were compared for good, references and what they name. */
  compared(): ReadonlySet<Site> {
    const all = new Set(this.#reached);
    for (const { sites } of this.connected())
      for (const site of sites) all.add(site).add(site.target);
    return all;
  }

  /** The pairs that hang on a part of an operation; the rest was only tried out. */
  connected(): Pair[] {
    const seen = new Set<Pair>(this.pairs.filter(({ start }) => start !== undefined));
    // A set can grow while it is walked, and the new members are walked too.
    for (const pair of seen) for (const child of pair.children) seen.add(child);
    return [...seen];
  }

  /** How many findings below a pair are more than words, and the largest level among all. */
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

/** A value as a message shows it: code, on one line, at most 80 characters; a text such as "true" in quotes. */
export function quote(value: unknown): string {
  const isPlainText = typeof value === "string" && !/^(true|false|null|-?\d+(\.\d+)?)$/.test(value);
  const text = isPlainText ? value : ((JSON.stringify(value) as string | undefined) ?? "nothing");
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > 80 ? `${line.slice(0, 79)}…` : line}\``;
}
