import { LineCounter, isAlias, isMap, isSeq, parseDocument, type Document, type Node } from "yaml";

import { ReviewError } from "../review-error.js";

/** One file of a description: its value at once, its line numbers when somebody asks. */
export class SourceDocument {
  readonly value: unknown;
  #positions: { tree: Document.Parsed; lines: LineCounter } | undefined;

  /** @throws ReviewError when the text is neither YAML nor JSON. */
  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.value = this.#parse();
  }

  /** Line, from 1, of the key or list entry that the path leads to; of its nearest ancestor if there is none. */
  line(path: readonly string[]): number {
    const { tree, lines } = (this.#positions ??= this.#locate());
    let node: unknown = tree.contents;
    let offset = (tree.contents as Node | null)?.range?.[0] ?? 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(tree);
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => String((item.key as { value?: unknown } | null)?.value) === key,
        );
        offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
        next = pair?.value;
      } else if (isSeq(node)) {
        next = node.items[Number(key)];
        offset = (next as Node | undefined)?.range?.[0] ?? offset;
      }
      if (next === undefined) break;
      node = next;
    }
    return lines.linePos(offset).line;
  }

  #locate(): { tree: Document.Parsed; lines: LineCounter } {
    const lines = new LineCounter();
    return { tree: parseDocument(this.text, { lineCounter: lines, merge: true }), lines };
  }

  #parse(): unknown {
    if (/^\s*\{/.test(this.text)) {
      try {
        return JSON.parse(this.text) as unknown;
      } catch {
        // A flow mapping of YAML may begin with a brace too; the parser below has the better message.
      }
    }
    const tree = parseDocument(this.text, { merge: true });
    const fault = tree.errors[0];
    if (fault !== undefined) {
      const line = fault.linePos?.[0].line ?? 1;
      throw new ReviewError(`${this.file}:${line} is not YAML: ${firstLine(fault.message)}`);
    }
    return tree.toJS({ maxAliasCount: -1 }) as unknown;
  }
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}
