// Loads Redoc and lets it take over the elements that are on the page. Each stays the same object, so scroll
// position, focus and selection stay as well.
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
    if (Redoc === undefined) throw new Error("Redoc's script did not define Redoc.");
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
      reject(new Error(`${src} did not load.`));
    };
    document.head.append(script);
  });

/** With CSS anchors Redoc would draw its tooltips again, and what is in them would lose the focus. */
function denyAnchors(): void {
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (query: string, value?: string) =>
    !`${query}${value ?? ""}`.includes("anchor") &&
    (value === undefined ? supports(query) : supports(query, value));
}

/** Redoc chooses colours for itself when it starts; the reader's choice is put back before anything is painted. */
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

/** While Redoc takes over, it gets the answers that it got in the build, and may not scroll. */
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

/** Taking over changes nothing; the first change comes from effects, which run when it is complete. */
function firstChange(root: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error("Redoc did not start."));
    }, giveUpAfterMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, subtree: true });
  });
}

/** Resolves after the next paint, or after 200 ms, because a page in the background is not painted. */
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
 * After a link was followed, Redoc scrolls back to its target whenever the height of the page changes, until the
 * reader scrolls. This event counts as scrolling. It must not bubble, or Redoc would write the target into the
 * address.
 */
export const stopFollowing = (root: HTMLElement): void => {
  root.dispatchEvent(new Event("touchmove"));
};
