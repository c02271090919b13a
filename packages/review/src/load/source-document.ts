import { LineCounter, parseDocument } from "yaml";

import { ReviewError } from "../review-error.js";
import { JsonOffsets } from "./json-offsets.js";
import { YamlOffsets } from "./yaml-offsets.js";

/** One file of a description: its value at once, its line numbers when somebody asks. */
export class SourceDocument {
  readonly value: unknown;
  readonly #isJson: boolean;
  #offsets: JsonOffsets | YamlOffsets | undefined;
  #lines: LineCounter | undefined;

  /** @throws ReviewError when the text is neither YAML nor JSON. */
  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    const json = parseJson(text);
    this.#isJson = json !== undefined;
    this.value = json ?? this.#parseYaml();
  }

  /** Line, from 1, of the key or list entry that the path leads to; of its nearest ancestor if there is none. */
  line(path: readonly string[]): number {
    this.#offsets ??= this.#isJson ? new JsonOffsets(this.text) : new YamlOffsets(this.text);
    this.#lines ??= linesOf(this.text);
    return this.#lines.linePos(this.#offsets.at(path)).line;
  }

  #parseYaml(): unknown {
    const tree = parseDocument(this.text, { merge: true });
    const fault = tree.errors[0];
    if (fault !== undefined) {
      const line = fault.linePos?.[0].line ?? 1;
      throw new ReviewError(`${this.file}:${line} is not YAML: ${firstLine(fault.message)}`);
    }
    return tree.toJS({ maxAliasCount: -1 }) as unknown;
  }
}

/** The object that a JSON text is; undefined when it is none: a flow mapping of YAML may look like it. */
function parseJson(text: string): object | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
    lines.addNewLine(at + 1);
  return lines;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}
