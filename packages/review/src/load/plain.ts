import type { Site } from "./site.js";

/** The value with every reference written out; a reference that leads back into itself stays as its pointer. */
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
