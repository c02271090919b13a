import { isDrawnLater } from "../is-drawn-later.js";
import { isWhole } from "../is-whole.js";
import { redocOptions } from "../redoc-options.js";
import { mend } from "./mend.js";

interface RedocGlobals {
  Redoc?: { init(spec: unknown, options: unknown, element: Element): unknown };
  contract?: unknown;
}

const quietMs = 80;
const giveUpAfterMs = 60_000;

/**
 * Loads Redoc and lets it draw behind the plain page; when the drawing has come to rest it takes the plain
 * page's place, at the same height and scroll position, so that nothing jumps.
 *
 * @returns the element that now holds the page.
 */
export async function takeOver(plain: HTMLElement): Promise<HTMLElement> {
  document.documentElement.dataset["redoc"] = "loading";
  try {
    const { script = "", contract = "" } = plain.dataset;
    await Promise.all([load(script), load(contract)]);
    const globals = globalThis as typeof globalThis & RedocGlobals;
    if (globals.Redoc === undefined) throw new Error("Redoc did not load.");
    const fresh = document.createElement("div");
    fresh.className = "behind";
    fresh.inert = true;
    plain.after(fresh);
    const release = drawUnseen();
    const scrolled = window.scrollY;
    globals.Redoc.init(globals.contract, redocOptions, fresh);
    await atRest(fresh);
    release();
    mend(fresh);
    new MutationObserver(() => {
      mend(document);
    }).observe(document.body, { childList: true, subtree: true });
    plain.remove();
    fresh.id = "redoc";
    fresh.className = "";
    fresh.inert = false;
    window.scrollTo({ top: scrolled, behavior: "instant" });
    document.documentElement.dataset["redoc"] = "ready";
    if (location.hash.length > 1) window.dispatchEvent(new HashChangeEvent("hashchange"));
    return fresh;
  } catch (error) {
    delete document.documentElement.dataset["redoc"];
    throw error;
  }
}

const load = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`${src} did not load.`));
    };
    document.head.append(script);
  });

/**
 * While Redoc draws behind the page, what the page holds counts as seen, because Redoc draws only what an observer
 * has seen; and its wish to start at the top is not granted, because the reader is somewhere.
 */
function drawUnseen(): () => void {
  const real = window.IntersectionObserver;
  const scrollTo = window.scrollTo.bind(window);
  window.scrollTo = () => undefined;
  window.IntersectionObserver = class extends real {
    readonly #report: IntersectionObserverCallback;
    constructor(report: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(report, options);
      this.#report = report;
    }
    override observe(target: Element): void {
      super.observe(target);
      if (isDrawnLater(target)) return;
      queueMicrotask(() => {
        const entry = { isIntersecting: true, intersectionRatio: 1, target };
        this.#report([entry as unknown as IntersectionObserverEntry], this);
      });
    }
  };
  return () => {
    window.IntersectionObserver = real;
    window.scrollTo = scrollTo;
  };
}

/** Resolves when `element` is whole and has not changed for a moment. */
function atRest(element: Element): Promise<void> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      observer.disconnect();
      reject(new Error("Redoc did not come to rest."));
    }, giveUpAfterMs);
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      if (!isWhole(element)) return;
      quiet = setTimeout(() => {
        clearTimeout(tooLate);
        observer.disconnect();
        resolve();
      }, quietMs);
    });
    observer.observe(element, { childList: true, subtree: true });
  });
}
