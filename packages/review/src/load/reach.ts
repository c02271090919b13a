import type { Description } from "./description.js";
import { isObject, type Site, type SiteOwner } from "./site.js";
import { addTo } from "./values.js";
import { walk } from "./walk.js";

/** A component schema that extends another schema through `allOf` or that a discriminator can select. */
export interface Child {
  readonly name: string;
  readonly site: Site;
}

const children = new WeakMap<SiteOwner, Map<Site, Child[]>>();

/** Returns the component schemas that reference the given schema in their `allOf`. */
export function childrenOf(parent: Site): readonly Child[] {
  const { description } = parent;
  let known = children.get(description);
  if (known === undefined) {
    known = new Map();
    const schemas = description.root.child("components").child("schemas");
    for (const name of Object.keys(schemas.object)) {
      const site = schemas.child(name);
      for (const part of site.itemsOf("allOf")) {
        if (part.target === part) continue;
        addTo(known, part.target, { name, site });
      }
    }
    children.set(description, known);
  }
  return known.get(parent) ?? [];
}

/** Returns the schemas that a discriminator can select, by discriminator value. */
export function discriminated(discriminator: Site, branches: readonly Site[]): Map<string, Child> {
  const { description, parent: owner = discriminator } = discriminator;
  const schemas = description.root.child("components").child("schemas");
  const found = new Map<string, Child>();
  for (const [value, name] of Object.entries(discriminator.child("mapping").object)) {
    if (typeof name !== "string") continue;
    const isName = /^[\w.-]+$/.test(name) && schemas.has(name);
    const target = isName
      ? schemas.child(name).target
      : description.resolve(discriminator.child("mapping").child(value), name);
    found.set(value, { name: nameOf(name), site: target });
  }
  const mapped = new Set([...found.values()].map(({ site }) => site));
  const named: Child[] = [
    ...branches.flatMap((site) => {
      const reference = site.object["$ref"];
      return typeof reference === "string" ? [{ name: nameOf(reference), site }] : [];
    }),
    ...childrenOf(owner),
  ];
  // If a schema is not in the mapping, its discriminator value is its component name.
  for (const { name, site } of named)
    if (!mapped.has(site.target) && !found.has(name)) found.set(name, { name, site: site.target });
  return found;
}

/** Returns the last path segment of a reference, without the file extension. */
export function nameOf(reference: string): string {
  return (reference.split("/").at(-1) ?? reference).replace(/\.(ya?ml|json)$/, "");
}

/** The locations that are in use: all added locations and all locations inside them. */
export class Reach {
  readonly #found = new Set<Site>();

  add(site: Site): void {
    this.#found.add(site);
  }

  has(site: Site): boolean {
    for (let at: Site | undefined = site; at !== undefined; at = at.parent)
      if (this.#found.has(at)) return true;
    return false;
  }
}

/**
 * Returns all locations that are reachable from paths, webhooks, and security requirements. Follows references,
 * discriminators, `allOf` inheritance, links, and security scheme names.
 */
export function reachable({ root }: Description): Reach {
  return reachableFrom(
    ["paths", "webhooks", "x-webhooks", "security"].map((key) => root.child(key)),
  );
}

/**
 * Returns the given locations and all locations that they contain or reference, directly or indirectly.
 *
 * @param visit function that is called for each object and array; see {@link walk}
 */
export function reachableFrom(
  starts: readonly Site[],
  visit: (keys: readonly string[], site: () => Site) => void = () => undefined,
): Reach {
  const reach = new Reach();
  const queue = [...starts];
  for (let root = queue.pop(); root !== undefined; root = queue.pop()) {
    if (reach.has(root)) continue;
    reach.add(root);
    walk(root, (value, keys, site) => {
      visit(keys, site);
      if (keys[1] === "security" || referenceKeys.some((key) => Object.hasOwn(value, key)))
        queue.push(...referencedBy(site(), value));
    });
  }
  return reach;
}

const referenceKeys = ["$ref", "$dynamicRef", "discriminator", "operationRef"];

/** Returns the locations that one object references. */
function referencedBy(site: Site, value: object): Site[] {
  // If a reference replaces a whole map, `site` is already the location of the referenced map.
  if (site.value !== value) return [site];
  const { description, object } = site;
  const { $ref: reference, $dynamicRef: dynamic, operationRef: link } = object;
  const found: Site[] = [];
  if (typeof reference === "string") found.push(site.target);
  for (const one of [dynamic, link])
    if (typeof one === "string") found.push(description.resolve(site, one));
  const choice = object["discriminator"];
  if (isObject(choice) && typeof choice["propertyName"] === "string") {
    const branches = ["oneOf", "anyOf"].flatMap((kind) => site.itemsOf(kind));
    for (const child of discriminated(site.child("discriminator"), branches).values())
      found.push(child.site);
    found.push(...childrenOf(site).map((child) => child.site));
  }
  if (site.key === "security" && Array.isArray(site.value)) {
    const schemes = description.root.child("components").child("securitySchemes");
    for (const alternative of site.entriesOfList)
      found.push(...Object.keys(alternative.object).map((name) => schemes.child(name)));
  }
  return found;
}
