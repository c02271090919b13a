import type { Description } from "./description.js";
import type { Site, SiteOwner } from "./site.js";

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
      for (const part of site.child("allOf").entriesOfList) {
        if (part.target === part) continue;
        known.set(part.target, [...(known.get(part.target) ?? []), { name, site }]);
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
  // Without a mapping, the discriminator value is the component name.
  for (const { name, site } of named)
    if (!mapped.has(site.target) && !found.has(name)) found.set(name, { name, site: site.target });
  return found;
}

/** Returns the last path segment of a reference, without the file extension. */
export function nameOf(reference: string): string {
  return (reference.split("/").at(-1) ?? reference).replace(/\.(ya?ml|json)$/, "");
}

/**
 * Returns all locations that are reachable from paths, webhooks, and security requirements. Follows references,
 * discriminators, `allOf` inheritance, links, and security scheme names.
 */
export function reachable({ root }: Description): ReadonlySet<Site> {
  return reachableFrom(
    ["paths", "webhooks", "x-webhooks", "security"].map((key) => root.child(key)),
  );
}

/** Returns the given locations and all locations that they contain or reference, directly or indirectly. */
export function reachableFrom(starts: readonly Site[]): ReadonlySet<Site> {
  const seen = new Set<Site>();
  const queue = [...starts];
  for (let site = queue.pop(); site !== undefined; site = queue.pop()) {
    if (seen.has(site)) continue;
    seen.add(site);
    const { value, description } = site;
    const schemes = description.root.child("components").child("securitySchemes");
    if (typeof value !== "object" || value === null) continue;
    if (typeof site.object["$ref"] === "string") queue.push(site.target);
    const dynamic = site.object["$dynamicRef"];
    if (typeof dynamic === "string") queue.push(description.resolve(site, dynamic));
    if (typeof site.child("discriminator").object["propertyName"] === "string") {
      const branches = ["oneOf", "anyOf"].flatMap((kind) => site.child(kind).entriesOfList);
      for (const child of discriminated(site.child("discriminator"), branches).values())
        queue.push(child.site);
      queue.push(...childrenOf(site).map((child) => child.site));
    }
    if (site.key === "security" && Array.isArray(value))
      for (const alternative of site.entriesOfList)
        queue.push(...Object.keys(alternative.object).map((name) => schemes.child(name)));
    const link = site.object["operationRef"];
    if (typeof link === "string") queue.push(description.resolve(site, link));
    for (const [key, inner] of Object.entries(value))
      if (typeof inner === "object" && inner !== null && !isData(site, key))
        queue.push(site.child(key));
  }
  return seen;
}

const dataKeys = new Set(["example", "value", "default", "enum", "const"]);

/**
 * Whether a key's value is plain data, in which a `$ref` is not a reference. An `examples` map is not plain data, because
 * its entries can be references. In `properties` and `components`, keys such as `default` are only names.
 */
function isData({ value, key: name, parent }: Site, key: string): boolean {
  if (name === "properties" || parent?.key === "components") return false;
  return (
    dataKeys.has(key) ||
    (key === "examples" && Array.isArray((value as { examples: unknown }).examples))
  );
}
