// JSON Pointers (RFC 6901), as plain text (`/paths/~1v1`) or as a URI fragment (`#/paths/~1v1`).

/** One token in its written form: `~` becomes `~0` and `/` becomes `~1`. */
export const escapeToken = (token: string | number): string =>
  String(token).replaceAll("~", "~0").replaceAll("/", "~1");

const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/**
 * The keys of a pointer: `/paths/~1a` is `paths`, `/a`. A leading `#` is ignored, and nothing is
 * percent-decoded; references are read by `fragmentTokens`.
 */
export const parsePointer = (pointer: string): string[] =>
  pointer.split("/").slice(1).map(unescapeToken);

/** The pointer that consists of these keys, the empty string for none. */
export const formatPointer = (tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${escapeToken(token)}`).join("");

/** A pointer that is one key longer. */
export const appendToken = (pointer: string, token: string | number): string =>
  `${pointer}/${escapeToken(token)}`;

/** The value at a pointer, given as text or as keys; undefined when there is none. */
export function getAt(document: unknown, pointer: string | readonly (string | number)[]): unknown {
  const tokens = typeof pointer === "string" ? parsePointer(pointer) : pointer;
  let node = document;
  for (const token of tokens) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, token)) return undefined;
    node = (node as Record<string | number, unknown>)[token];
  }
  return node;
}
