import { escapeToken, isObject } from "@vpcep/contract-reader";

import type { SourceDocument } from "./document.js";

export { isObject };

/** The properties and methods that a {@link Site} uses from its description. */
export interface SiteOwner {
  readonly root: Site;
  /** OpenAPI version, which determines the schema dialect. */
  readonly version: "3.0" | "3.1";
  /** Resolves a reference. Returns a location with an empty object if the reference cannot be resolved. */
  resolve(from: Site, reference: string): Site;
  /** Records that a location cannot be judged. */
  refuse(place: Site, text: string): void;
}

let made = 0;

/**
 * A location in a description: a value with its file and pointer. Each location is represented by exactly one object,
 * so locations can be compared by identity.
 */
export class Site {
  /** ID that is unique across both descriptions. */
  readonly id = made++;
  #target: Site | undefined;
  #children: Map<string, Site> | undefined;

  constructor(
    readonly description: SiteOwner,
    readonly document: SourceDocument,
    readonly value: unknown,
    readonly parent?: Site,
    readonly key = "",
  ) {}

  /** JSON Pointer to the value (RFC 6901), as a URI fragment such as `#/paths/~1a/get`. */
  get pointer(): string {
    return this.parent === undefined ? "#" : `${this.parent.pointer}/${escapeToken(this.key)}`;
  }

  get file(): string {
    return this.document.file;
  }

  /**
   * The line number of the key, starting at 1, or the line number of the nearest existing parent if the key does not
   * exist.
   */
  get line(): number {
    if (this.parent === undefined) return 1;
    return this.document.lineOf(this.parent.value, this.key) ?? this.parent.line;
  }

  /** The value if it is an object; otherwise an empty object. */
  get object(): Readonly<Record<string, unknown>> {
    return isObject(this.value) ? this.value : {};
  }

  get list(): readonly unknown[] {
    return Array.isArray(this.value) ? (this.value as unknown[]) : [];
  }

  /** Locations of the array items, without following references. */
  get entriesOfList(): Site[] {
    return this.list.map((_, index) => this.child(String(index)));
  }

  /** Locations of the array items under a key; empty if the key's value is not an array. */
  itemsOf(key: string): Site[] {
    return this.has(key) ? this.child(key).entriesOfList : [];
  }

  has(key: string): boolean {
    const { value } = this;
    return typeof value === "object" && value !== null && Object.hasOwn(value, key);
  }

  /**
   * Returns the location of a key's value. If a reference replaces a whole map or list, such as `properties`, the
   * result is the target of the reference.
   */
  child(key: string): Site {
    const known = this.#children?.get(key);
    if (known !== undefined) return known;
    const value = this.has(key) ? (this.value as Record<string, unknown>)[key] : undefined;
    const written = new Site(this.description, this.document, value, this, key);
    this.#children ??= new Map();
    // Store the location before following its reference, because the reference may point to the location itself.
    this.#children.set(key, written);
    const child = this.#followMap(written);
    this.#children.set(key, child);
    return child;
  }

  /** OpenAPI does not allow a reference in place of a map or list, but bundlers resolve such a reference. */
  #followMap(child: Site): Site {
    if (typeof child.object["$ref"] !== "string" || !isMap(child)) return child;
    if (Object.keys(child.object).length > 1) {
      const text = `\`${child.key}\` has other keys next to its \`$ref\`. Move them to the referenced object.`;
      this.document.faults.push({ line: child.line, text });
    }
    return child.target;
  }

  /** Returns the location of a key, or this location if the key does not exist. */
  at(key: string): Site {
    return this.has(key) ? this.child(key) : this;
  }

  /** Returns a child after following references; undefined if the child does not exist. */
  follow(key: string): Site | undefined {
    return this.has(key) ? this.child(key).target : undefined;
  }

  /** Returns all object or array entries after following references. */
  entries(): [string, Site][] {
    const { value } = this;
    if (typeof value !== "object" || value === null) return [];
    return Object.keys(value).map((key) => [key, this.child(key).target]);
  }

  /** The target of a `$ref`; the location itself if it is not a reference. */
  get target(): Site {
    const reference = this.object["$ref"];
    if (typeof reference !== "string") return this;
    if (this.#target === undefined) {
      // Store a preliminary target, because the path of the reference may pass through the location itself.
      this.#target = this;
      this.#target = this.description.resolve(this, reference);
    }
    return this.#target;
  }
}

const maps = new Set([
  ...[
    "components",
    "schemas",
    "requestBodies",
    "securitySchemes",
    "pathItems",
    "paths",
    "webhooks",
  ],
  ...[
    "x-webhooks",
    "callbacks",
    "parameters",
    "responses",
    "headers",
    "content",
    "encoding",
    "links",
  ],
  ...["examples", "servers", "variables", "security", "flows", "scopes", "tags", "mapping"],
  ...["properties", "patternProperties", "dependentSchemas", "dependentRequired", "required"],
  ...["enum", "allOf", "anyOf", "oneOf", "prefixItems", "$defs", "definitions"],
]);

/** Whether a location's key, such as `properties`, indicates a map or list. Inside a map, such a key is only a name. */
function isMap({ key, parent }: Site): boolean {
  return maps.has(key) && parent !== undefined && (parent.key === "components" || !isMap(parent));
}
