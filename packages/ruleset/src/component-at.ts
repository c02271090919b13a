import type { Path, RuleContext } from "./house-rule.js";

/**
 * The component that stands at a place, whether it is written in `components` of the description or in a file
 * `components/<kind>/<name>.yaml` of its own.
 */
export function componentAt(
  context: RuleContext,
  path: Path,
): { kind: string; name: string } | undefined {
  const place = context.documentInventory.findAssociatedItemForPath([...path], true);
  if (place === null) return undefined;
  const [root, kind, name, ...deeper] = place.path;
  if (root === "components" && kind !== undefined && name !== undefined && deeper.length === 0)
    return { kind: String(kind), name: String(name) };
  const file = /components\/([^/]+)\/([^/]+)\.(?:ya?ml|json)$/.exec(place.document.source ?? "");
  const [, folder, stem] = file ?? [];
  return folder !== undefined && stem !== undefined && place.path.length === 0
    ? { kind: folder, name: stem }
    : undefined;
}
