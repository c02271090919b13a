import { visit } from "jsonc-parser";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";

import { ReviewError } from "../review-error.js";

/** A problem that prevents the review from judging part of a file. */
export interface DocumentFault {
  readonly line: number;
  readonly text: string;
}

/** An integer that a JavaScript number cannot represent exactly. */
export interface LargeInteger {
  readonly line: number;
  readonly written: string;
}

// Maximum nesting depth, to avoid stack overflows. In practice, descriptions are nested about 30 levels deep.
const deepest = 400;
// Maximum number of values after YAML aliases are expanded.
const mostExpanded = 5_000_000;

type Container = Record<string, unknown> | unknown[];

/** One file of a description: its parsed value, line numbers, and problems. */
export class SourceDocument {
  readonly value: unknown;
  readonly faults: DocumentFault[] = [];
  readonly largeIntegers: LargeInteger[] = [];
  readonly #lines = new LineIndex();

  /**
   * @throws ReviewError if the text is neither valid YAML nor valid JSON, or if its nesting depth or the size of its
   *   expanded aliases exceeds a limit.
   */
  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    try {
      this.value = (/^\s*\{/.test(text) ? this.#parseJson() : undefined) ?? this.#parseYaml();
    } catch (cause) {
      if (cause instanceof RangeError) throw this.#tooDeep();
      throw cause;
    }
  }

  /** Returns the line of an object key or array item, starting at 1, or undefined if the key or item does not exist. */
  lineOf(container: unknown, key: string): number | undefined {
    return this.#lines.get(container, key);
  }

  /** Returns undefined if the text is not valid JSON, for example because it is a YAML flow mapping. */
  #parseJson(): unknown {
    const stack: { container: Container; lines: Map<string, number> }[] = [];
    let key = "";
    let value: unknown;
    const errors: unknown[] = [];
    const faults: DocumentFault[] = [];
    const large: LargeInteger[] = [];
    const add = (next: unknown, line: number): void => {
      const parent = stack.at(-1);
      if (parent === undefined) {
        value = next;
        return;
      }
      const { container, lines } = parent;
      const name = Array.isArray(container) ? String(container.length) : key;
      setProperty(container, name, next);
      lines.set(name, line);
    };
    const open = (container: Container, line: number): void => {
      add(container, line);
      stack.push({ container, lines: new Map() });
      if (stack.length > deepest) throw this.#tooDeep();
    };
    const close = (): void => {
      const closed = stack.pop();
      if (closed !== undefined) this.#lines.add(closed.container, closed.lines);
    };
    visit(
      this.text,
      {
        onObjectBegin: (_offset, _length, line) => {
          open({}, line + 1);
        },
        onObjectProperty: (name, _offset, _length, line) => {
          key = name;
          if (stack.at(-1)?.lines.has(name) === true) faults.push(duplicate(name, line + 1));
        },
        onArrayBegin: (_offset, _length, line) => {
          open([], line + 1);
        },
        onObjectEnd: close,
        onArrayEnd: close,
        onLiteralValue: (literal: unknown, offset, length, line) => {
          const written = this.text.slice(offset, offset + length);
          if (typeof literal === "number" && isLarge(literal, written))
            large.push({ line: line + 1, written });
          add(literal, line + 1);
        },
        onError: (error) => {
          errors.push(error);
        },
      },
      { disallowComments: true },
    );
    if (errors.length > 0) return undefined;
    this.faults.push(...faults);
    this.largeIntegers.push(...large);
    return value;
  }

  #parseYaml(): unknown {
    const lines = new LineCounter();
    const tree = parseDocument(this.text, {
      merge: true,
      uniqueKeys: false,
      intAsBigInt: true,
      lineCounter: lines,
      prettyErrors: false,
    });
    for (const { code, message, pos } of tree.errors) {
      const { line } = lines.linePos(pos[0]);
      if (code === "RESOURCE_EXHAUSTION") throw this.#tooDeep();
      throw new ReviewError(
        `${this.file}:${line} is not valid YAML: ${message.split("\n")[0] ?? ""}`,
      );
    }
    return new YamlReader(this, tree, lines, this.#lines).read();
  }

  #tooDeep(): ReviewError {
    return new ReviewError(
      `${this.file} is nested more than ${deepest} levels deep and cannot be compared. ` +
        "Move inner schemas into components.",
    );
  }
}

/** Sets a property. Treats `__proto__` as an ordinary key. */
function setProperty(container: Container, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(container, key, { value, enumerable: true, configurable: true });
  else (container as Record<string, unknown>)[key] = value;
}

/** The line of every key and array item in a file. One array for all lines needs less memory than a map per object. */
class LineIndex {
  readonly #lines: number[] = [];
  /**
   * For each object or array, the index in `#lines` of the first key's line. The lines of the other keys follow in key
   * order.
   */
  readonly #starts = new Map<unknown, number>();

  add(container: Container, lines: ReadonlyMap<string, number>): void {
    if (lines.size > 0) this.#starts.set(container, this.#lines.length);
    for (const key of Object.keys(container)) this.#lines.push(lines.get(key) ?? 1);
  }

  get(container: unknown, key: string): number | undefined {
    const start = this.#starts.get(container);
    if (start === undefined) return undefined;
    const index = Object.keys(container as Container).indexOf(key);
    return index === -1 ? undefined : this.#lines[start + index];
  }
}

/** Converts a YAML syntax tree to JavaScript values. All aliases of a YAML node share one object. */
class YamlReader {
  readonly #values = new Map<unknown, unknown>();
  readonly #sizes = new Map<unknown, number>();
  readonly #open = new Set<unknown>();

  constructor(
    readonly document: SourceDocument,
    readonly tree: Document.Parsed,
    readonly counter: LineCounter,
    readonly index: LineIndex,
  ) {}

  read(): unknown {
    return this.#value(this.tree.contents, 0).value;
  }

  #value(written: unknown, depth: number): { value: unknown; size: number } {
    const node = isAlias(written) ? written.resolve(this.tree) : written;
    if (this.#open.has(node)) throw this.#refused("contains an alias that refers to itself");
    if (depth > deepest) throw new RangeError("too deep");
    if (isScalar(node)) return { value: this.#scalar(node), size: 1 };
    if (!isMap(node) && !isSeq(node)) return { value: null, size: 1 };
    const known = this.#values.get(node);
    if (known !== undefined) return { value: known, size: this.#sizes.get(node) ?? 1 };
    const container: Container = isSeq(node) ? [] : {};
    const lines = new Map<string, number>();
    let size = 1;
    const add = (key: string, inner: unknown, at: unknown): void => {
      const child = this.#value(inner, depth + 1);
      size += child.size;
      if (size > mostExpanded)
        throw this.#refused(`has aliases that expand to more than ${mostExpanded} values`);
      setProperty(container, key, child.value);
      lines.set(key, this.#line(at));
    };
    this.#open.add(node);
    const own = new Set<string>();
    if (isSeq(node))
      node.items.forEach((item, index) => {
        add(String(index), item, item);
      });
    else
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        // The parser represents a merge key as a symbol.
        if (isScalar(key) && typeof key.value === "symbol")
          this.#merge(container as Record<string, unknown>, value, depth, add);
        else {
          if (own.has(name)) this.document.faults.push(duplicate(name, this.#line(key)));
          own.add(name);
          add(name, value, key);
        }
      }
    this.#open.delete(node);
    this.index.add(container, lines);
    this.#values.set(node, container);
    this.#sizes.set(node, size);
    return { value: container, size };
  }

  /** Applies a merge key (`<<`): copies keys from the merged mappings, except keys that the target already has. */
  #merge(
    container: Record<string, unknown>,
    value: unknown,
    depth: number,
    add: (key: string, inner: unknown, at: unknown) => void,
  ): void {
    const resolved = isAlias(value) ? value.resolve(this.tree) : value;
    for (const source of isSeq(resolved) ? resolved.items : [resolved]) {
      const map = isAlias(source) ? source.resolve(this.tree) : source;
      if (!isMap(map)) continue;
      this.#value(map, depth + 1);
      for (const pair of map.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
        if (!Object.hasOwn(container, name)) add(name, pair.value, pair.key);
      }
    }
  }

  #scalar(node: { value: unknown; source?: string; range?: unknown }): unknown {
    const { value } = node;
    if (typeof value !== "bigint" && typeof value !== "number") return value;
    const written = node.source ?? String(value);
    if (isLarge(Number(value), written))
      this.document.largeIntegers.push({ line: this.#line(node), written });
    return Number(value);
  }

  #line(node: unknown): number {
    const range = (node as { range?: readonly number[] } | null)?.range;
    return this.counter.linePos(range?.[0] ?? 0).line;
  }

  #refused(fault: string): ReviewError {
    return new ReviewError(`${this.document.file} ${fault}. Replace the aliases with values.`);
  }
}

function duplicate(key: string, line: number): DocumentFault {
  return {
    line,
    text: `the key ${JSON.stringify(key)} appears twice in the same object. Remove one occurrence.`,
  };
}

function isLarge(value: number, written: string): boolean {
  return /^[-+]?\d+$/.test(written) && !Number.isSafeInteger(value);
}
