// Loads Redoc when a reader first needs it. It takes over the elements that are on the page: each stays the same
// object, so scroll position, focus, selection and everything else that a reader has stay too.
import { redocOptions, routeOf } from "../redoc-options.js";
import { idIn, type Links, takeAddress } from "./links.js";
import { say } from "./reader.js";

interface RedocGlobals {
  Redoc?: { hydrate(spec: unknown, options: unknown, element: Element): Promise<void> };
  contract?: unknown;
}

/** What only Redoc's script can do. Cards and tables inside descriptions are ours. */
const controls = "button, input, select, [role=button], [role=tab], [role=menuitem]";
const ours = ".call, .fields";

const giveUpAfterMs = 20_000;

export function startRedoc(root: HTMLElement): void {
  const links = takeAddress(root);
  let loading: Promise<boolean> | undefined;
  const load = (): Promise<boolean> =>
    (loading ??= hydrate(root, links).then(
      () => {
        openUndrawn(root, links);
        return true;
      },
      (error: unknown) => {
        console.error(error);
        loading = undefined;
        return false;
      },
    ));

  const controlAt = (target: EventTarget | null): HTMLElement | undefined => {
    const control = target instanceof Element ? target.closest<HTMLElement>(controls) : null;
    return control?.closest(ours) === null ? control : undefined;
  };
  const isReady = (): boolean => document.documentElement.dataset["redoc"] === "ready";
  for (const sign of ["pointerover", "focusin", "touchstart"] as const)
    root.addEventListener(
      sign,
      ({ target }) => {
        if (controlAt(target) !== undefined) void load();
      },
      { passive: true },
    );

  for (const sign of ["click", "keydown"] as const)
    root.addEventListener(
      sign,
      () => {
        stopFollowing(root);
      },
      { capture: true },
    );

  // A click that came before Redoc did is done again on the same element.
  let wanted: HTMLElement | undefined;
  root.addEventListener("click", ({ target }) => {
    const control = controlAt(target);
    if (control === undefined || isReady()) return;
    const first = wanted === undefined;
    wanted = control;
    if (!first) return;
    void load().then((loaded) => {
      const again = wanted?.isConnected === true ? wanted : sameControl(root, wanted);
      wanted = undefined;
      if (loaded) again?.click();
      else reportFailure();
    });
  });

  // Operations that Redoc draws when a reader comes near.
  const nearby = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void load();
    },
    { rootMargin: "400px" },
  );
  for (const place of root.querySelectorAll("[data-section-id]:empty")) nearby.observe(place);

  // A link to a part that is not drawn yet, such as a field of another response.
  const openMissing = (): void => {
    const id = idIn(location.hash);
    const place = id === "" ? null : drawn(root, id);
    (place ?? drawn(root, listOf(id)))?.scrollIntoView();
    if (place === null && links.isRedocs(id))
      void load().then((loaded) => {
        if (!loaded) reportFailure();
      });
  };
  window.addEventListener("hashchange", () => {
    if (!isReady()) openMissing();
  });
  // The local preview has nothing drawn yet.
  if (root.childElementCount === 0) void load();
  else openMissing();
}

/** The element of an id, once there is something in it. */
const drawn = (root: HTMLElement, id: string): Element | null =>
  root.querySelector(`[id="${CSS.escape(id)}"]:not(:empty)`);

/** `…/responses&c=404` opens a tab of `…/responses`. */
const listOf = (id: string): string => id.replace(/&c=\w+$/, "");

/**
 * Redoc goes back to where a link led whenever the page changes its height, until a reader scrolls. A tab changes
 * the height too, and the place of a link that was followed long ago is not where that reader is. The event does
 * not bubble, so that Redoc does not take it for a reason to write the place into the address.
 */
const stopFollowing = (root: HTMLElement): void => {
  root.dispatchEvent(new Event("touchmove"));
};

/** Lets Redoc open what the address names when it is not drawn, and brings it into view as soon as it is. */
function openUndrawn(root: HTMLElement, links: Links): void {
  const id = idIn(location.hash);
  if (!links.isRedocs(id) || drawn(root, id) !== null) return;
  links.openAgain();
  const list = drawn(root, listOf(id));
  if (list !== null) {
    // Redoc, which knows no element of that name, goes to the top when it has opened the tab.
    setTimeout(() => {
      list.scrollIntoView();
    }, 400);
    return;
  }
  const observer = new MutationObserver(() => {
    const place = drawn(root, id);
    if (place === null) return;
    observer.disconnect();
    place.scrollIntoView();
  });
  observer.observe(root, { childList: true, subtree: true });
  setTimeout(() => {
    observer.disconnect();
  }, giveUpAfterMs);
}

/** The control of the same kind and text, when Redoc had to draw anew. */
const sameControl = (
  root: HTMLElement,
  control: HTMLElement | undefined,
): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>(controls)].find(
    (other) =>
      other.tagName === control?.tagName &&
      other.role === control.role &&
      other.textContent === control.textContent,
  );

async function hydrate(root: HTMLElement, links: Links): Promise<void> {
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
      await twoFrames();
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

/** Two frames, or the time that they usually take: a page in the background gets none. */
const twoFrames = (): Promise<void> =>
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

function reportFailure(): void {
  const text =
    "This control needs a script that did not load. Check the connection and try again. Everything is also in ";
  say(`${text}openapi.md.`);
  const note = document.querySelector(".failure") ?? document.createElement("p");
  note.className = "failure";
  const link = Object.assign(document.createElement("a"), {
    href: "openapi.md",
    textContent: "openapi.md",
  });
  note.replaceChildren(text, link, ".");
  document.body.append(note);
}
