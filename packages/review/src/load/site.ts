import { escapeToken, isObject } from "@vpcep/contract-reader";

import type { SourceDocument } from "./document.js";

export { isObject };

/** The description that contains a place. */
export interface SiteOwner {
  readonly root: Site;
  /** The OpenAPI version. */
  readonly version: "3.0" | "3.1";
  /** Resolves a reference at a place. Returns an empty object if that fails. */
  resolve(from: Site, reference: string): Site;
  /** Records that a place can't be compared. */
  refuse(place: Site, text: string): void;
}

let made = 0;

/**
 * A place in a description: a value with its file and pointer. Each place has only one object, so places can be
 * compared by identity.
 */
export class Site {
  /** Unique among all places of both sides. */
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

  /** JSON Pointer (RFC 6901) in the file, as a fragment: `#/paths/~1a/get`. */
  get pointer(): string {
    return this.parent === undefined ? "#" : `${this.parent.pointer}/${escapeToken(this.key)}`;
  }

  get file(): string {
    return this.document.file;
  }

  /** The line number, starting at 1. For a place that doesn't exist, the line of its closest existing parent. */
  get line(): number {
    if (this.parent === undefined) return 1;
    return this.document.lineOf(this.parent.value, this.key) ?? this.parent.line;
  }

  /** The value, or an empty object if it isn't an object. */
  get object(): Readonly<Record<string, unknown>> {
    return isObject(this.value) ? this.value : {};
  }

  get list(): readonly unknown[] {
    return Array.isArray(this.value) ? (this.value as unknown[]) : [];
  }

  /** The places of the items of an array. Doesn't follow references. */
  get entriesOfList(): Site[] {
    return this.list.map((_, index) => this.child(String(index)));
  }

  has(key: string): boolean {
    return Object.hasOwn(this.object, key);
  }

  child(key: string): Site {
    const known = this.#children?.get(key);
    if (known !== undefined) return known;
    const value = Array.isArray(this.value)
      ? (this.value as unknown[])[Number(key)]
      : this.has(key)
        ? this.object[key]
        : undefined;
    const child = new Site(this.description, this.document, value, this, key);
    this.#children ??= new Map();
    this.#children.set(key, child);
    return child;
  }

  /** The place of a key, or the place itself if the key doesn't exist. */
  at(key: string): Site {
    return this.has(key) ? this.child(key) : this;
  }

  /** The target of a child, or undefined if the child doesn't exist. Follows references. */
  follow(key: string): Site | undefined {
    return this.has(key) ? this.child(key).target : undefined;
  }

  /** The entries of an object or array. Follows references. */
  entries(): [string, Site][] {
    const { value } = this;
    if (typeof value !== "object" || value === null) return [];
    return Object.keys(value).map((key) => [key, this.child(key).target]);
  }

  /** The target of the `$ref`, or the place itself if it isn't a reference. */
  get target(): Site {
    const reference = this.object["$ref"];
    if (typeof reference !== "string") return this;
    this.#target ??= this.description.resolve(this, reference);
    return this.#target;
  }
}
