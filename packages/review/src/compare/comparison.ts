import type { Site } from "../load/site.js";
import { levelOf, type Rule, type Way } from "../policy/policy.js";
import { ShapeReader } from "../shape/shape-reader.js";

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
  /** Set for the parts of an operation, where ways from the outside begin. */
  readonly start?: { readonly operation: string; readonly part: string; readonly way: Way };
}

/** Everything that was compared: a graph, because shared components are compared once per way. */
export class Comparison {
  readonly shapes = new ShapeReader();
  readonly pairs: Pair[] = [];
  /** Places that were reached, of either side. */
  readonly reached = new Set<Site>();
  readonly #known = new Map<string, Pair>();

  /** A part of an operation, or of the description itself. */
  start(operation: string, part: string, way: Way): Pair {
    const pair: Pair = {
      way,
      findings: [],
      children: [],
      parents: [],
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
  ): Pair {
    const ids = (sites: readonly Site[]): string => sites.map((site) => site.id).join("&");
    const key = `${kind} ${way} ${ids(base)} ${ids(head)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const pair: Pair = { way, findings: [], children: [], parents: [] };
    this.#known.set(key, pair);
    this.pairs.push(pair);
    for (const site of [...base, ...head]) this.reach(site);
    compare(pair);
    return pair;
  }

  link(parent: Pair, label: string, child: Pair): void {
    parent.children.push(child);
    child.parents.push({ pair: parent, label });
  }

  /** Remembers that an operation reaches the place, so that it is no unused component. */
  reach(site: Site): void {
    this.reached.add(site);
    this.reached.add(site.target);
  }

  /** The pairs that hang on a part of an operation; the rest was only tried out. */
  connected(): Pair[] {
    const seen = new Set<Pair>(this.pairs.filter(({ start }) => start !== undefined));
    // A set can grow while it is walked, and the new members are walked too.
    for (const pair of seen) for (const child of pair.children) seen.add(child);
    return [...seen];
  }

  /** How many findings below a pair are more than words. */
  weight(pair: Pair): number {
    let weight = 0;
    const seen = new Set<Pair>();
    const queue = [pair];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const { way } = next;
      weight += next.findings.filter(({ rule }) => levelOf(rule, way) !== "patch").length;
      queue.push(...next.children);
    }
    return weight;
  }
}
