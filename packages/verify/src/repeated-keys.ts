// JSON.parse keeps the last of two equal keys and says nothing; other parsers keep the first, or refuse the text.
import { appendToken } from "@vpcep/contract-reader";

interface Level {
  pointer: string;
  /** Keys so far; undefined in an array. */
  keys: Set<string> | undefined;
  /** The key or the index of the value that comes next. */
  token: string | number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The JSON Pointers of keys that an object of a valid JSON text holds more than once.
 *
 * @param text JSON that JSON.parse accepts.
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
