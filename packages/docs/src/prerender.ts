import type { JsonObject } from "@vpcep/contract-reader";
import { JSDOM, VirtualConsole } from "jsdom";

import { redocOptions, routeOf } from "./redoc-options.js";
import { statusClass } from "./errors.js";

export interface Prerendered {
  /** Redoc's first render. */
  html: string;
  /** CSS rules for Redoc's components. */
  css: string;
}

interface RedocWindow {
  Redoc: { hydrate(spec: unknown, options: unknown, element: Element): Promise<void> };
  eval(code: string): void;
}

const giveUpAfterMs = 60_000;

/**
 * Runs Redoc's script in jsdom and returns Redoc's first render, before any React effects run. In the browser, the same
 * script hydrates the rendered elements. The URL contains the operation's route, because Redoc renders other sections
 * only when they are close to the viewport.
 *
 * @throws Error if Redoc renders nothing (the message contains Redoc's errors), or if parsing Redoc's HTML doesn't
 * produce the tree that Redoc rendered.
 */
export async function prerender(
  spec: JsonObject,
  anchor: string,
  script: string,
): Promise<Prerendered> {
  const complaints: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => complaints.push(error.message.slice(0, 300)));
  virtualConsole.on("error", (first: unknown) => complaints.push(String(first).slice(0, 300)));
  const dom = new JSDOM(
    '<!doctype html><html lang="en"><body><div id="redoc"></div></body></html>',
    {
      url: `http://docs.invalid/${routeOf(anchor)}`,
      runScripts: "outside-only",
      pretendToBeVisual: true,
      virtualConsole,
    },
  );
  const window = dom.window as unknown as Window & typeof globalThis & RedocWindow;
  try {
    addStandIns(window);
    window.eval(script);
    const root = window.document.querySelector("#redoc");
    if (root === null) throw new Error("jsdom has no #redoc element.");
    const drawn = firstDrawing(window, root, complaints);
    await window.Redoc.hydrate(structuredClone(spec), redocOptions, root);
    const tree = await drawn;
    const css = [...window.document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join("\n");
    return { html: serialise(window, tree), css };
  } finally {
    window.close();
  }
}

/** Waits for the first change in an element, and resolves to a copy of the element. */
function firstDrawing(
  window: Window & typeof globalThis,
  root: Element,
  complaints: readonly string[],
): Promise<Element> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Redoc rendered nothing. Its errors: ${complaints.join("; ") || "none"}`));
    }, giveUpAfterMs);
    new window.MutationObserver((_, observer) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(root.cloneNode(true) as Element);
    }).observe(root, { childList: true, subtree: true });
  });
}

/**
 * Returns HTML that a browser parses into the same tree as `root`. Adds comments between adjacent text nodes, because
 * the parser would otherwise merge the nodes. React skips comments during hydration.
 */
function serialise(window: Window & typeof globalThis, root: Element): string {
  const { document, NodeFilter } = window;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const second: Node[] = [];
  while (texts.nextNode() !== null)
    if (texts.currentNode.previousSibling?.nodeType === 3) second.push(texts.currentNode);
  for (const text of second) text.parentNode?.insertBefore(document.createComment(" "), text);
  const parsed = document.createElement("div");
  parsed.innerHTML = root.innerHTML;
  const countOf = (element: Element): number => {
    const nodes = document.createNodeIterator(element, NodeFilter.SHOW_ALL);
    let count = 0;
    while (nodes.nextNode() !== null) count++;
    return count;
  };
  if (parsed.innerHTML !== root.innerHTML || countOf(parsed) !== countOf(root))
    throw new Error(
      "Redoc's HTML parses to a different tree than Redoc rendered, so hydration would fail.",
    );
  setAttributes(root);
  return root.innerHTML;
}

/** Corrects attributes in Redoc's HTML. React keeps the corrected attributes during hydration. */
function setAttributes(root: Element): void {
  // Redoc's links have the format `#/page#part`, which doesn't work until Redoc's router runs.
  for (const link of root.querySelectorAll('a[href^="#/"]')) {
    const part = (link.getAttribute("href") ?? "").slice(2).split("#").pop() ?? "";
    link.setAttribute("href", `#${part}`);
  }
  for (const box of root.querySelectorAll("pre, .md-table-wrapper"))
    box.setAttribute("tabindex", "0");
  // Remove the label, so that the button's accessible name is the name of the selected example.
  for (const button of root.querySelectorAll('button[aria-label="Example"]'))
    button.removeAttribute("aria-label");
  for (const tab of root.querySelectorAll("[data-response-codes-tablist] button"))
    tab.setAttribute("data-class", statusClass(tab.textContent.trim()));
  // Make links work even if the linked operations aren't rendered yet.
  for (const place of root.querySelectorAll(".api-content > [data-section-id]:empty"))
    place.id = (place.getAttribute("data-section-id") ?? "").slice(1);
  // Correct the heading levels, because Redoc skips some levels.
  const open: number[] = [1];
  for (const heading of root.querySelectorAll("h2, h3, h4, h5, h6")) {
    const printed = Number(heading.tagName.slice(1));
    while ((open.at(-1) ?? 0) >= printed) open.pop();
    open.push(printed);
    if (open.length !== printed) heading.setAttribute("aria-level", String(open.length));
  }
  for (const script of root.querySelectorAll("script")) script.textContent = "";
}

/**
 * Adds browser APIs that jsdom doesn't provide. During hydration, the browser's own APIs must return the same values as
 * these replacements.
 */
function addStandIns(window: Window & typeof globalThis): void {
  const none = (): void => undefined;
  class Idle {
    observe = none;
    unobserve = none;
    disconnect = none;
    postMessage = none;
    terminate = none;
    addEventListener = none;
  }
  Object.assign(window.Element.prototype, { scrollIntoView: none });
  Object.assign(window.performance, { getEntriesByType: () => [] });
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: none, removeEventListener: none }),
    IntersectionObserver: Idle,
    ResizeObserver: Idle,
    Worker: Idle,
    fetch: () => Promise.reject(new Error("The page sent a request during the build.")),
    scrollTo: none,
    scrollBy: none,
    CSS: { escape: (text: string) => text, supports: () => false },
    TextEncoder,
    TextDecoder,
    structuredClone,
  });
}
