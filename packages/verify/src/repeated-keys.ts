// If a key is repeated, JSON.parse silently keeps the last value. Other parsers keep the first value or fail.
import { appendToken } from "@vpcep/contract-reader";

interface Level {
  pointer: string;
  /** The keys found so far; undefined for an array. */
  keys: Set<string> | undefined;
  /** The key or index of the next value. */
  token: string | number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Returns JSON Pointers to keys that occur more than once in the same object.
 *
 * @param text JSON text that JSON.parse accepts.
 */
export function repeatedKeys(text: string): string[] {
  const found = new Set<string>();
  const levels: Level[] = [];
  let lastString = "";
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    switch (token) {
      case "{":
      case "[":
        levels.push({
          pointer: level === undefined ? "" : appendToken(level.pointer, level.token),
          keys: token === "{" ? new Set() : undefined,
          token: 0,
        });
        break;
      case "}":
      case "]":
        levels.pop();
        break;
      case ":": {
        if (level?.keys === undefined) break;
        const key = JSON.parse(lastString) as string;
        if (level.keys.has(key)) found.add(appendToken(level.pointer, key));
        level.keys.add(key);
        level.token = key;
        break;
      }
      case ",":
        if (level !== undefined && typeof level.token === "number") level.token++;
        break;
      default:
        lastString = token;
    }
  }
  return [...found];
}
