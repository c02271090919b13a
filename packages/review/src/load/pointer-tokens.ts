/** The keys of a pointer that is written as a fragment: `#/paths/~1a` is `paths`, `/a`. */
export function pointerTokens(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
