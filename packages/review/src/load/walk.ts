import type { Site } from "./site.js";

/**
 * Visits every object and array at a location and inside it, except plain data such as examples. Does not follow
 * references. To save memory, locations are created only on request. The `visit` callback receives the last two keys of
 * the path and a function that creates the location.
 */
export function walk(
  root: Site,
  visit: (value: object, keys: readonly [parent: string, key: string], site: () => Site) => void,
): void {
  const path: string[] = [];
  const enter = (value: unknown, parent: string, key: string): void => {
    if (typeof value !== "object" || value === null) return;
    visit(value, [parent, key], () => inside(root, path));
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== "object" || inner === null || isData(value, parent, key, name)) continue;
      path.push(name);
      enter(inner, key, name);
      path.pop();
    }
  };
  enter(root.value, root.parent?.key ?? "", root.key);
}

/** Returns the location at the end of a path. */
export function inside(site: Site, path: readonly string[]): Site {
  return path.reduce((at, key) => at.child(key), site);
}

const dataKeys = new Set(["example", "value", "default", "enum", "const"]);

/**
 * Whether a key's value is plain data, in which a `$ref` is not a reference. An `examples` map is not plain data, because
 * its entries can be references. In `properties` and `components`, keys such as `default` are only names.
 */
function isData(owner: object, parent: string, key: string, name: string): boolean {
  if (key === "properties" || parent === "components") return false;
  return (
    dataKeys.has(name) ||
    (name === "examples" && Array.isArray((owner as { examples: unknown }).examples))
  );
}
