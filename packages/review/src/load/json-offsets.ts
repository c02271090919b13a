interface Member {
  /** Where the key stands, or the entry of a list. */
  readonly offset: number;
  /** Where the value begins. */
  readonly value: number;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/**
 * Where the members and entries of a JSON text stand. Nothing is read before somebody asks, and then only the
 * objects and lists on the way, each once: a tree of a large text would take many times its size.
 */
export class JsonOffsets {
  readonly #known = new Map<number, Map<string, Member>>();

  /** @param text that JSON.parse accepts */
  constructor(readonly text: string) {}

  /** Offset of the key or list entry that the path leads to; of its nearest ancestor if there is none. */
  at(path: readonly string[]): number {
    let value = this.#skipBlanks(0);
    let offset = value;
    for (const key of path) {
      const member = this.#members(value).get(key);
      if (member === undefined) break;
      ({ offset, value } = member);
    }
    return offset;
  }

  #members(start: number): Map<string, Member> {
    const known = this.#known.get(start);
    if (known !== undefined) return known;
    const members = new Map<string, Member>();
    this.#known.set(start, members);
    if (!isOpening(this.text.charCodeAt(start))) return members;
    const isObject = this.text[start] === "{";
    let at = this.#skipBlanks(start + 1);
    while (!isClosing(this.text.charCodeAt(at))) {
      const offset = at;
      let key = String(members.size);
      if (isObject) {
        at = this.#endOfString(at);
        key = JSON.parse(this.text.slice(offset, at)) as string;
        // Past the colon.
        at = this.#skipBlanks(this.#skipBlanks(at) + 1);
      }
      members.set(key, { offset, value: at });
      at = this.#skipBlanks(this.#endOfValue(at));
      if (this.text.charCodeAt(at) === comma) at = this.#skipBlanks(at + 1);
    }
    return members;
  }

  #endOfValue(start: number): number {
    let depth = 0;
    let at = start;
    do {
      const code = this.text.charCodeAt(at);
      if (isOpening(code)) depth++;
      else if (isClosing(code)) depth--;
      else if (code === quote) at = this.#endOfString(at) - 1;
      else if (depth === 0) return this.#endOfWord(at);
      at++;
    } while (depth > 0);
    return at;
  }

  /** Of a number, `true`, `false` or `null`. */
  #endOfWord(start: number): number {
    let at = start;
    while (/[\w.+-]/.test(this.text.charAt(at))) at++;
    return at;
  }

  #endOfString(start: number): number {
    let at = start;
    let escapes: number;
    do {
      at = this.text.indexOf('"', at + 1);
      escapes = 0;
      while (this.text.charCodeAt(at - 1 - escapes) === backslash) escapes++;
    } while (escapes % 2 === 1);
    return at + 1;
  }

  #skipBlanks(start: number): number {
    let at = start;
    while (this.text.charCodeAt(at) <= 0x20) at++;
    return at;
  }
}

/** `[` or `{`. */
function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x7b;
}

/** `]` or `}`. */
function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}
