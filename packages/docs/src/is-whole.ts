/** What the page holds when Redoc has drawn all of it: the title, the responses, highlighted code. */
const parts = ["h1", '[id$="/responses"]', ".th-token"];

/** What stands where a part of a schema is still to come. */
const gap = 'div[aria-hidden="true"]:empty';

/** Whether Redoc has drawn everything. Its parts come one after the other, with pauses in between. */
export const isWhole = (root: ParentNode): boolean =>
  parts.every((part) => root.querySelector(part) !== null) && root.querySelector(gap) === null;
