import { isObject } from "./site.js";
import { valueAt } from "./value-at.js";

/**
 * Answers whether two values of two documents are the same, with everything to which their references lead.
 * What leads out of the document, or cannot be followed by pointer alone, counts as different.
 *
 * @param base the whole document of the old value, in which its references are fragments: `#/components/…`
 * @param head the same for the new value
 */
export function sameClosure(
  base: unknown,
  head: unknown,
): (before: unknown, after: unknown) => boolean {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const behind = (reference: string): ReadonlySet<string> | undefined => {
    if (!known.has(reference)) {
      const [was, is] = [valueAt(base, reference), valueAt(head, reference)];
      const isThere = was !== undefined && is !== undefined;
      known.set(reference, isThere ? referencesIfSame(was, is) : undefined);
    }
    return known.get(reference);
  };
  return (before, after) => {
    const references = referencesIfSame(before, after);
    if (references === undefined) return false;
    // A set can grow while it is walked, and the new members are walked too.
    for (const reference of references) {
      const inner = behind(reference);
      if (inner === undefined) return false;
      for (const one of inner) references.add(one);
    }
    return true;
  };
}

// What they lead to depends on the way by which a validator came.
const dynamic = new Set(["$dynamicRef", "$recursiveRef"]);

/** The references in a value that is the same on both sides; undefined when it differs. */
function referencesIfSame(before: unknown, after: unknown): Set<string> | undefined {
  const references = new Set<string>();
  const isSame = (was: unknown, is: unknown): boolean => {
    if (Array.isArray(was))
      return (
        Array.isArray(is) &&
        was.length === is.length &&
        was.every((one, index) => isSame(one, is[index]))
      );
    if (!isObject(was) || !isObject(is)) return was === is;
    const keys = Object.keys(was);
    if (keys.length !== Object.keys(is).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(is, key) || dynamic.has(key) || !isSame(was[key], is[key])) return false;
      const value = was[key];
      if (key === "$ref" && typeof value === "string") references.add(value);
    }
    return true;
  };
  return isSame(before, after) ? references : undefined;
}
