// Loads Redoc and hydrates the prerendered page. React reuses the elements, so the scroll position, focus, and
// selection are preserved.
import { redocOptions, routeOf } from "../redoc-options.js";
import type { Links } from "./links.js";

interface RedocGlobals {
  Redoc?: { hydrate(spec: unknown, options: unknown, element: Element): Promise<void> };
  contract?: unknown;
}

export const giveUpAfterMs = 20_000;

export async function hydrate(root: HTMLElement, links: Links): Promise<void> {
  const page = document.documentElement;
  page.dataset["redoc"] = "loading";
  try {
    const { script = "", contract = "", route = "" } = document.body.dataset;
    denyAnchors();
    await Promise.all([loadScript(script), loadScript(contract)]);
    const globals = globalThis as typeof globalThis & RedocGlobals;
    const { Redoc } = globals;
    if (Redoc === undefined) throw new Error("Redoc's script doesn't define Redoc.");
    keepColours();
    const release = answerAsInTheBuild();
    await links.whileAt(routeOf(route), async () => {
      const changed = firstChange(root);
      await Redoc.hydrate(globals.contract, redocOptions, root);
      await changed;
      await nextPaint();
    });
    stopFollowing(root);
    release();
    links.attach();
    page.dataset["redoc"] = "ready";
  } catch (error) {
    page.dataset["redoc"] = "failed";
    throw error;
  }
}

const loadScript = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} didn't load.`));
    };
    document.head.append(script);
  });

/**
 * Makes Redoc assume that the browser doesn't support CSS anchor positioning. With anchor positioning, Redoc would
 * rerender its tooltips and move the focus out of them.
 */
function denyAnchors(): void {
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (query: string, value?: string) =>
    !`${query}${value ?? ""}`.includes("anchor") &&
    (value === undefined ? supports(query) : supports(query, value));
}

/** Restores the reader's color scheme before the next paint whenever Redoc sets a different color scheme. */
function keepColours(): void {
  const { classList, dataset } = document.documentElement;
  dataset["colours"] ??= classList.contains("dark") ? "dark" : "light";
  new MutationObserver(() => {
    const dark = dataset["colours"] === "dark";
    if (classList.contains("dark") === dark && classList.contains("light") !== dark) return;
    classList.toggle("dark", dark);
    classList.toggle("light", !dark);
  }).observe(document.documentElement, { attributeFilter: ["class"] });
}

/**
 * Makes browser APIs return the same values as during the build, and prevents Redoc from scrolling. Returns a function
 * that restores the original APIs.
 */
function answerAsInTheBuild(): () => void {
  const none = (): void => undefined;
  const saved = { matchMedia, scrollTo, scrollBy };
  const prototypes = { element: Element.prototype, storage: Storage.prototype };
  const own = {
    scrollIntoView: Object.getOwnPropertyDescriptor(prototypes.element, "scrollIntoView") ?? {},
    getItem: Object.getOwnPropertyDescriptor(prototypes.storage, "getItem") ?? {},
  };
  const getItem = own.getItem.value as (this: Storage, key: string) => string | null;
  Object.assign(window, {
    matchMedia: (media: string) => ({
      media,
      matches: false,
      addEventListener: none,
      removeEventListener: none,
    }),
    scrollTo: none,
    scrollBy: none,
  });
  Element.prototype.scrollIntoView = none;
  Storage.prototype.getItem = function (key) {
    return key.startsWith("redoc.") ? null : getItem.call(this, key);
  };
  return () => {
    Object.assign(window, saved);
    Object.defineProperty(prototypes.element, "scrollIntoView", own.scrollIntoView);
    Object.defineProperty(prototypes.storage, "getItem", own.getItem);
  };
}

/**
 * Resolves at the first DOM change. Hydration doesn't change the DOM, but the React effects that run after hydration
 * do.
 */
function firstChange(root: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error("Redoc didn't start."));
    }, giveUpAfterMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, subtree: true });
  });
}

/**
 * Resolves after the next paint or after 200 ms, whichever comes first, because browsers don't paint background tabs.
 */
export const nextPaint = (): Promise<void> =>
  Promise.race([
    new Promise<void>((resolve) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          resolve();
        }),
      );
    }),
    new Promise<void>((resolve) => setTimeout(resolve, 200)),
  ]);

/**
 * Stops Redoc from scrolling back to a link target. After the reader follows a link, Redoc scrolls back to the link
 * target whenever the page height changes. Redoc no longer scrolls back once the reader has scrolled, so this function
 * simulates a scroll gesture. The simulated event must not bubble, because a bubbling event would make Redoc write the
 * link target to the URL.
 */
export const stopFollowing = (root: HTMLElement): void => {
  root.dispatchEvent(new Event("touchmove"));
};
