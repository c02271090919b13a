import { expect, test } from "@jest/globals";
import { JSDOM } from "jsdom";

import { pruneCss } from "../src/prune-css.js";

/** The selectors of `css` that stay for a page with this body. */
function kept(body: string, css: string): string[] {
  const { document } = new JSDOM(`<style>${css}</style><body>${body}</body>`).window;
  return [...pruneCss(document.styleSheets, document).matchAll(/^(.*?) \{/gm)].map(
    ([, selector = ""]) => selector,
  );
}

const body = '<p class="a">x</p><p class="b" data-x="1.z">y</p>';

test.each([
  [".a", true],
  [".nowhere", false],
  [".a > .nowhere", false],
  [".a:hover", true],
  [".a + .b", true],
  [".b + .a", false],
  [".a:has(+ .b)", true],
  [".b:has(+ .a)", false],
  ["body:has(.b)", true],
  [".a:not(.nowhere)", true],
  [":is(.nowhere, .b)", true],
  ['[data-x="1.z"]', true],
  ["[data-nowhere]", false],
])("a rule for %s: kept is %s", (selector, stays) => {
  expect(kept(body, `${selector} { color: red }`)).toEqual(stays ? [selector] : []);
});
