import type { JsonObject } from "@vpcep/contract-reader";
import { JSDOM, VirtualConsole } from "jsdom";

import { redocOptions, routeOf } from "./redoc-options.js";
import { statusClass } from "./errors.js";

export interface Prerendered {
  /** What Redoc draws into its element at first. */
  html: string;
  /** The style rules of its components. */
  css: string;
}

interface RedocWindow {
  Redoc: { hydrate(spec: unknown, options: unknown, element: Element): Promise<void> };
  eval(code: string): void;
}

const giveUpAfterMs = 60_000;

/**
 * Runs Redoc's own script in jsdom and takes its first drawing, from before any effect has run. In the browser
 * the same script with the same options draws the same elements, finds them in the page, and makes them work.
 * The route names the operation, because Redoc leaves every other section to an observer.
 *
 * @throws Error when Redoc draws nothing, with what it complained about, or when its HTML does not survive parsing.
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
    if (root === null) throw new Error("jsdom lost the element that Redoc draws into.");
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

/** A copy of what the element holds at its first change. */
function firstDrawing(
  window: Window & typeof globalThis,
  root: Element,
  complaints: readonly string[],
): Promise<Element> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Redoc drew nothing. It reported: ${complaints.join("; ") || "nothing"}`));
    }, giveUpAfterMs);
    new window.MutationObserver((_, observer) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(root.cloneNode(true) as Element);
    }).observe(root, { childList: true, subtree: true });
  });
}

/**
 * HTML that parses into the same tree: neighbouring texts, which a parser would join, are kept apart by the
 * comment that React skips when it takes over.
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
    throw new Error("Redoc's HTML parses into another tree than it drew, so it cannot take over.");
  setAttributes(root);
  return root.innerHTML;
}

/** React keeps attributes that differ, so this is where the page gets what Redoc leaves out. */
function setAttributes(root: Element): void {
  // Redoc writes `#/page#part`, which opens nothing before its router runs.
  for (const link of root.querySelectorAll('a[href^="#/"]')) {
    const part = (link.getAttribute("href") ?? "").slice(2).split("#").pop() ?? "";
    link.setAttribute("href", `#${part}`);
  }
  for (const box of root.querySelectorAll("pre, .md-table-wrapper"))
    box.setAttribute("tabindex", "0");
  // The name of the button that chooses an example is the example that it shows.
  for (const button of root.querySelectorAll('button[aria-label="Example"]'))
    button.removeAttribute("aria-label");
  for (const tab of root.querySelectorAll("[data-response-codes-tablist] button"))
    tab.setAttribute("data-class", statusClass(tab.textContent.trim()));
  // An operation that is not drawn yet is where its link leads.
  for (const place of root.querySelectorAll(".api-content > [data-section-id]:empty"))
    place.id = (place.getAttribute("data-section-id") ?? "").slice(1);
  // Redoc leaves out levels of headings.
  const open: number[] = [1];
  for (const heading of root.querySelectorAll("h2, h3, h4, h5, h6")) {
    const printed = Number(heading.tagName.slice(1));
    while ((open.at(-1) ?? 0) >= printed) open.pop();
    open.push(printed);
    if (open.length !== printed) heading.setAttribute("aria-level", String(open.length));
  }
  for (const script of root.querySelectorAll("script")) script.textContent = "";
}

/** What Redoc asks of a browser and jsdom does not have. The same answers are given in the browser at first. */
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
    fetch: () => Promise.reject(new Error("The page asked for something while it was built.")),
    scrollTo: none,
    scrollBy: none,
    CSS: { escape: (text: string) => text, supports: () => false },
    TextEncoder,
    TextDecoder,
    structuredClone,
  });
}
