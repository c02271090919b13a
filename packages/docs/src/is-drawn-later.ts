/**
 * How many operations are drawn before the reader comes to them. Each one adds some 8 kB, gzipped, to what is
 * loaded at first; with five that stays below 150 kB even when a hundred are named.
 */
export const drawnAtMost = 5;

/** The places that Redoc keeps on its page: the guide's, then one for each operation. */
export const places = ".api-content > div";

/** Whether an element is the place of an operation that waits until the reader comes near. */
export function isDrawnLater(element: Element): boolean {
  if (!element.matches(places)) return false;
  let before = 0;
  let at = element.previousElementSibling;
  for (; at !== null && before <= drawnAtMost; at = at.previousElementSibling) before++;
  return before > drawnAtMost;
}
