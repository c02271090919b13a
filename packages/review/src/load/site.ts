import type { Description } from "./description.js";
import type { SourceDocument } from "./source-document.js";

let made = 0;

/**
 * One place in a description: a value, and the file and pointer where it is written. There is one object for
 * each place, so places can be compared and remembered as they are.
 */
export class Site {
  /** Tells the place from every other, also from the one with the same path on the other side. */
  readonly id = made++;
  #target: Site | undefined;
  #children: Map<string, Site> | undefined;

  constructor(
    readonly description: Description,
    readonly document: SourceDocument,
    readonly value: unknown,
    readonly parent?: Site,
    readonly key = "",
  ) {}

  /** RFC 6901 pointer inside the file, as a fragment: `#/paths/~1a/get`. */
  get pointer(): string {
    return this.parent === undefined
      ? "#"
      : `${this.parent.pointer}/${this.key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }

  get path(): string[] {
    return this.parent === undefined ? [] : [...this.parent.path, this.key];
  }

  get file(): string {
    return this.document.file;
  }

  get line(): number {
    return this.document.line(this.path);
  }

  /** The value as an object; empty when it is something else. */
  get object(): Readonly<Record<string, unknown>> {
    return isObject(this.value) ? this.value : {};
  }

  get list(): readonly unknown[] {
    return Array.isArray(this.value) ? (this.value as unknown[]) : [];
  }

  has(key: string): boolean {
    return Object.hasOwn(this.object, key);
  }

  child(key: string): Site {
    const known = this.#children?.get(key);
    if (known !== undefined) return known;
    const value = Array.isArray(this.value)
      ? (this.value as unknown[])[Number(key)]
      : Object.hasOwn(this.object, key)
        ? this.object[key]
        : undefined;
    const child = new Site(this.description, this.document, value, this, key);
    this.#children ??= new Map();
    this.#children.set(key, child);
    return child;
  }

  /** The child, with its references followed; undefined when there is none. */
  follow(key: string): Site | undefined {
    return this.has(key) ? this.child(key).target : undefined;
  }

  /** Every entry of an object or list, references followed. */
  entries(): [string, Site][] {
    return Object.keys(isContainer(this.value) ? this.value : {}).map((key) => [
      key,
      this.child(key).target,
    ]);
  }

  /** What a `$ref` leads to; the place itself when it is no reference. */
  get target(): Site {
    if (typeof this.object["$ref"] !== "string") return this;
    this.#target ??= this.description.resolve(this);
    return this.#target;
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a value of JSON is an object: no list, no null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}
