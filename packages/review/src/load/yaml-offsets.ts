import { isAlias, isMap, isSeq, parseDocument, type Document, type Node } from "yaml";

/** Where the keys and entries of a YAML text stand. */
export class YamlOffsets {
  readonly #tree: Document.Parsed;

  constructor(text: string) {
    this.#tree = parseDocument(text, { merge: true });
  }

  /** Offset of the key or list entry that the path leads to; of its nearest ancestor if there is none. */
  at(path: readonly string[]): number {
    let node: unknown = this.#tree.contents;
    let offset = (node as Node | null)?.range?.[0] ?? 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(this.#tree);
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
    return offset;
  }
}
