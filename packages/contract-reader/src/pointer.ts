// JSON Pointers (RFC 6901), written as plain text (`/paths/~1v1`) or as URI fragments (`#/paths/~1v1`).

/** Escapes a token: `~` becomes `~0`, and `/` becomes `~1`. */
export const escapeToken = (token: string | number): string =>
  String(token).replaceAll("~", "~0").replaceAll("/", "~1");

const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/**
 * Splits a pointer into its keys: `/paths/~1a` becomes `paths` and `/a`. Ignores a leading `#`. Does not decode
 * percent-encoding.
 */
export const parsePointer = (pointer: string): string[] =>
  pointer.split("/").slice(1).map(unescapeToken);

/** Joins keys into a pointer. */
export const formatPointer = (tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${escapeToken(token)}`).join("");

/** Appends a key to a pointer. */
export const appendToken = (pointer: string, token: string | number): string =>
  `${pointer}/${escapeToken(token)}`;

/** Returns the value at a pointer, or undefined if there is no value at that location. */
export function getAt(document: unknown, pointer: string | readonly (string | number)[]): unknown {
  const tokens = typeof pointer === "string" ? parsePointer(pointer) : pointer;
  let node = document;
  for (const token of tokens) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, token)) return undefined;
    node = (node as Record<string | number, unknown>)[token];
  }
  return node;
}
