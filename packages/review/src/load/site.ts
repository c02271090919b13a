import { escapeToken, isObject } from "@vpcep/contract-reader";

import type { SourceDocument } from "./document.js";

export { isObject };

/** What a place needs to know of the description that it is part of. */
export interface SiteOwner {
  readonly root: Site;
  /** The dialect of the schemas. */
  readonly version: "3.0" | "3.1";
  /** What a reference that is written at a place names; an empty object when it cannot be followed. */
  resolve(from: Site, reference: string): Site;
  /** Remembers that a place cannot be judged. */
  refuse(place: Site, text: string): void;
}

let made = 0;

/**
 * One place in a description: a value, and the file and pointer where it is written. There is one object for
 * each place, so places can be compared and remembered by identity.
 */
export class Site {
  /** Differs from that of every other place, also from the same path on the other side. */
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

  /** RFC 6901 pointer inside the file, as a fragment: `#/paths/~1a/get`. */
  get pointer(): string {
    return this.parent === undefined ? "#" : `${this.parent.pointer}/${escapeToken(this.key)}`;
  }

  get file(): string {
    return this.document.file;
  }

  /** Line of the member, from 1; of the nearest member around it for a place that does not exist. */
  get line(): number {
    if (this.parent === undefined) return 1;
    return this.document.lineOf(this.parent.value, this.key) ?? this.parent.line;
  }

  /** The value as an object; empty when it is something else. */
  get object(): Readonly<Record<string, unknown>> {
    return isObject(this.value) ? this.value : {};
  }

  get list(): readonly unknown[] {
    return Array.isArray(this.value) ? (this.value as unknown[]) : [];
  }

  /** The places of the entries of a list, references not followed. */
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

  /** The place of a key, or of the object when it has no such key. */
  at(key: string): Site {
    return this.has(key) ? this.child(key) : this;
  }

  /** The child, with its references followed; undefined when there is none. */
  follow(key: string): Site | undefined {
    return this.has(key) ? this.child(key).target : undefined;
  }

  /** Every entry of an object or list, references followed. */
  entries(): [string, Site][] {
    const { value } = this;
    if (typeof value !== "object" || value === null) return [];
    return Object.keys(value).map((key) => [key, this.child(key).target]);
  }

  /** What a `$ref` names; the place itself when it is no reference. */
  get target(): Site {
    const reference = this.object["$ref"];
    if (typeof reference !== "string") return this;
    this.#target ??= this.description.resolve(this, reference);
    return this.#target;
  }
}
