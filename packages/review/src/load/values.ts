import type { Site } from "./site.js";

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

const equal = new Set<string>();

/**
 * Whether the values at two locations are equal, including referenced values. Compares each pair only once, so circular
 * schemas are safe.
 *
 * @param ignored keys to skip
 */
export function isSame(one: Site, other: Site, ignored: ReadonlySet<string> = none): boolean {
  const assumed = new Set<string>();
  const same = (a: Site, b: Site): boolean => {
    const [was, is] = [a.target, b.target];
    if (was.value === is.value)
      if (typeof was.value !== "object" || was.value === null) return true;
    const pair = `${was.id} ${is.id}`;
    if (equal.has(pair) || assumed.has(pair)) return true;
    if (typeof was.value !== "object" || typeof is.value !== "object") return false;
    if (was.value === null || is.value === null) return false;
    if (Array.isArray(was.value) !== Array.isArray(is.value)) return false;
    assumed.add(pair);
    const [olds, youngs] = [was.value, is.value].map((value) =>
      Object.keys(value).filter((key) => !ignored.has(key)),
    ) as [string[], string[]];
    return (
      olds.length === youngs.length &&
      olds.every((key) => Object.hasOwn(is.value as object, key) && sameAt(was, is, key))
    );
  };
  /** Compares primitive values directly, because creating locations for millions of values would be slow. */
  const sameAt = (a: Site, b: Site, key: string): boolean => {
    const [was, is] = [a, b].map(({ value }) => (value as Record<string, unknown>)[key]);
    const isDeep = typeof was === "object" && was !== null && typeof is === "object" && is !== null;
    return isDeep ? same(a.child(key), b.child(key)) : was === is;
  };
  if (!same(one, other)) return false;
  // The values are equal, so every compared pair inside them is also equal. Cache these pairs.
  if (ignored.size === 0) for (const pair of assumed) equal.add(pair);
  return true;
}

const none: ReadonlySet<string> = new Set();
