import { type DOMWindow, JSDOM, VirtualConsole } from "jsdom";

import { mend } from "./browser/mend.js";
import { drawnAtMost, isDrawnLater, places } from "./is-drawn-later.js";
import { isWhole } from "./is-whole.js";
import type { JsonObject } from "./json.js";
import { nameLaterOperations } from "./name-later-operations.js";
import { pruneCss } from "./prune-css.js";
import { redocOptions } from "./redoc-options.js";

export interface Prerendered {
  /** What Redoc put into its element. */
  html: string;
  /** The rules that its components use. */
  css: string;
}

interface RedocWindow {
  Redoc: { init(spec: unknown, options: unknown, element: Element): unknown };
}

const pollMs = 25;
const quietPolls = 6;
const giveUpAfterMs = 120_000;

/**
 * Runs Redoc's own script in jsdom and takes what it drew, so that the page holds the whole operation before
 * any script has run. Every part counts as visible here, up to the operations that are drawn later: Redoc mounts
 * only what an observer has seen.
 *
 * @throws Error when Redoc draws no operation, with what it complained about.
 */
export async function prerender(spec: JsonObject, script: string): Promise<Prerendered> {
  const complaints: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => complaints.push(error.message.slice(0, 300)));
  virtualConsole.on("error", (first: unknown) => complaints.push(String(first).slice(0, 300)));
  const { window } = new JSDOM(
    '<!doctype html><html lang="en"><body><div id="redoc"></div></body></html>',
    {
      url: "http://docs.invalid/",
      runScripts: "outside-only",
      pretendToBeVisual: true,
      virtualConsole,
    },
  );
  try {
    Object.assign(window, standIns(window as unknown as BrowserParts));
    (window as unknown as { eval(code: string): void }).eval(script);
    const root = window.document.getElementById("redoc");
    if (root === null) throw new Error("jsdom lost the element that Redoc draws into.");
    (window as unknown as RedocWindow).Redoc.init(structuredClone(spec), redocOptions, root);
    await settled(window, root, complaints);
    if (root.querySelector("h1, h2") === null) {
      throw new Error(`Redoc drew nothing. It said: ${complaints.join("; ") || "nothing"}`);
    }
    nameLaterOperations(root, spec);
    mend(root);
    readyToUse(root);
    const html = root.innerHTML;
    leaveOutAlike(root);
    return { html, css: pruneCss(window.document.styleSheets, window.document) };
  } finally {
    window.close();
  }
}

/** Resolves when the content is whole and has not changed for a few polls. */
async function settled(
  window: DOMWindow,
  root: Element,
  complaints: readonly string[],
): Promise<void> {
  const started = Date.now();
  let quiet = 0;
  const observer = new window.MutationObserver(() => (quiet = 0));
  observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
  while (quiet < quietPolls || !isWhole(root)) {
    if (Date.now() - started > giveUpAfterMs) {
      throw new Error(`Redoc did not come to rest. It said: ${complaints.join("; ") || "nothing"}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    quiet++;
  }
  observer.disconnect();
}

/** Operations that are drawn later look alike, in the menu too: one of them tells pruneCss what all of them use. */
function leaveOutAlike(root: Element): void {
  for (const list of [places, ".menu-item-type-operation"])
    for (const element of [...root.querySelectorAll(list)].slice(drawnAtMost + 2)) element.remove();
}

interface BrowserParts {
  Element: { prototype: object };
  performance: object;
}

/** What Redoc asks of a browser and jsdom does not have. */
function standIns(window: BrowserParts): Record<string, unknown> {
  const none = (): void => undefined;
  Object.assign(window.Element.prototype, { scrollIntoView: none });
  Object.assign(window.performance, { getEntriesByType: () => [] });
  return {
    matchMedia: () => ({ matches: false, addEventListener: none, removeEventListener: none }),
    IntersectionObserver: class {
      constructor(private readonly report: (entries: unknown[], observer: unknown) => void) {}
      observe(target: Element): void {
        if (isDrawnLater(target)) return;
        queueMicrotask(() => {
          this.report([{ isIntersecting: true, intersectionRatio: 1, target }], this);
        });
      }
      unobserve = none;
      disconnect = none;
    },
    ResizeObserver: class {
      observe = none;
      unobserve = none;
      disconnect = none;
    },
    Worker: class {
      postMessage = none;
      terminate = none;
      addEventListener = none;
    },
    fetch: () =>
      Promise.reject(new Error("The page asked for something while it was being built.")),
    scrollTo: none,
    CSS: { escape: (text: string) => text },
    TextEncoder,
    TextDecoder,
    structuredClone,
  };
}

/**
 * Makes Redoc's links (`#/page#part`) lead somewhere before its router is there, says "Search" where Redoc says
 * that it is loading, and drops its inline script.
 */
function readyToUse(root: Element): void {
  const field = root.querySelector(".menu-content [role=button]");
  if (field?.lastChild?.textContent === "Loading...") field.lastChild.textContent = "Search Ctrl+K";
  for (const script of root.querySelectorAll("script")) script.remove();
  for (const link of root.querySelectorAll('a[href^="#/"]')) {
    const href = link.getAttribute("href") ?? "";
    link.setAttribute("href", `#${href.slice(2).split("#").pop() ?? ""}`);
  }
}
