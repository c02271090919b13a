import type { Site } from "./site.js";
import { inside } from "./walk.js";

/**
 * Returns JSON with sorted keys, so that equal values produce the same text. Returns `"nothing"` if the value is
 * undefined.
 */
export function canonical(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) as string | undefined;
  return text ?? "nothing";
}

/** Returns the value with all references expanded. Replaces circular references with their pointers. */
export function plain(site: Site, open: readonly Site[] = []): unknown {
  const target = site.target;
  if (typeof target.value !== "object" || target.value === null) return target.value;
  if (open.includes(target)) return { $ref: target.pointer };
  const inner = [...open, target];
  const written = Object.keys(target.value).map(
    (key) => [key, plain(target.child(key), inner)] as const,
  );
  return Array.isArray(target.value)
    ? written.map(([, value]) => value)
    : Object.fromEntries(written);
}

const equal = new WeakMap<Site, WeakSet<Site>>();

/**
 * Whether the values at two locations are equal, including referenced values. Compares each pair of referenced values
 * only once, so circular schemas do not cause infinite recursion.
 *
 * @param ignored keys that are not compared
 */
export function isSame(one: Site, other: Site, ignored: ReadonlySet<string> = none): boolean {
  const assumed = new Map<Site, Set<Site>>();
  const targetsAreSame = (a: Site, b: Site): boolean => {
    const [was, is] = [a.target, b.target];
    if (equal.get(was)?.has(is) === true || assumed.get(was)?.has(is) === true) return true;
    assumed.set(was, (assumed.get(was) ?? new Set()).add(is));
    return valuesAreSame(was, is, [], was.value, is.value);
  };
  /** Creates locations only for references, because a description can contain millions of other values. */
  const valuesAreSame = (a: Site, b: Site, path: string[], was: unknown, is: unknown): boolean => {
    if (typeof was !== "object" || typeof is !== "object" || was === null || is === null)
      return was === is;
    if (path.length > 0 && (hasReference(was) || hasReference(is)))
      return targetsAreSame(inside(a, path), inside(b, path));
    if (Array.isArray(was) !== Array.isArray(is)) return false;
    const [olds, youngs] = [was, is].map((value) =>
      Object.keys(value).filter((key) => !ignored.has(key)),
    ) as [string[], string[]];
    return (
      olds.length === youngs.length &&
      olds.every((key) => {
        if (!Object.hasOwn(is, key)) return false;
        path.push(key);
        const [old, young] = [was, is].map((value) => (value as Record<string, unknown>)[key]);
        const isEqual = valuesAreSame(a, b, path, old, young);
        path.pop();
        return isEqual;
      })
    );
  };
  if (!targetsAreSame(one, other)) return false;
  // The values are equal, so every compared pair inside them is also equal. Cache these pairs.
  if (ignored.size === 0)
    for (const [was, all] of assumed)
      for (const is of all) equal.set(was, (equal.get(was) ?? new WeakSet()).add(is));
  return true;
}

const none: ReadonlySet<string> = new Set();

function hasReference(value: object): boolean {
  return typeof (value as { $ref?: unknown }).$ref === "string";
}

/** Adds an item to the list for a key. */
export function addTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
