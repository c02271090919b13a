// Redoc's router writes URL fragments in the format `#/page#part`, but these fragments don't work without Redoc's
// script. This module shows `#part` in the address bar, and uses the router's format only while the router reads the
// URL.

/** Converts `#/a#b` to `#b` and `#/a` to `#a`. Returns other URLs unchanged. */
export const plainAddress = (address: string): string =>
  address.replace(/#\/(?:[^#]*#)?(.*)$/, (_, part: string) => (part === "" ? "" : `#${part}`));

/** Returns the element ID in a URL fragment, or an empty string if there is no ID. */
export function idIn(hash: string): string {
  const id = plainAddress(hash).replace(/^#/, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Returns the element with this ID inside Redoc's root element, or `null` if the element is missing or empty. */
export const drawn = (root: HTMLElement, id: string): Element | null =>
  root.querySelector(`[id="${CSS.escape(id)}"]:not(:empty)`);

export interface Links {
  /** Whether the ID belongs to a section that Redoc renders. */
  isRedocs(id: string): boolean;
  /** Sets the URL to the router's start route while `work` runs, and then restores the original URL. */
  whileAt(route: string, work: () => Promise<void>): Promise<void>;
  /** Makes Redoc open the section that the URL points to, as if the reader had followed a link. */
  openAgain(): void;
  /** Call this function when Redoc is ready, so that Redoc handles links to its own sections. */
  attach(): void;
}

/** Takes over URL handling from Redoc's router. Call this function before Redoc's script loads. */
export function takeAddress(root: HTMLElement): Links {
  const pushState = history.pushState.bind(history);
  const replaceState = history.replaceState.bind(history);
  const set = (address: string): void => {
    replaceState(history.state, "", address);
  };
  if (plainAddress(location.href) !== location.href) set(plainAddress(location.href) || "./");
  history.pushState = (state: unknown, unused, url) => {
    pushState(state, unused, plainUrl(url));
  };
  history.replaceState = (state: unknown, unused, url) => {
    replaceState(state, unused, plainUrl(url));
  };

  /** Checks longer anchors first, because one operation's anchor can be a prefix of another operation's anchor. */
  const anchorOf = (id: string): string | undefined =>
    [...root.querySelectorAll("[data-section-id]")]
      .map((place) => (place.getAttribute("data-section-id") ?? "").slice(1))
      .filter((anchor) => anchor !== "")
      .sort((one, other) => other.length - one.length)
      .find((anchor) => id === anchor || id.startsWith(`${anchor}/`));
  const routeFor = (id: string): string => {
    const anchor = anchorOf(id);
    return anchor === undefined || anchor === id ? `#/${anchor ?? ""}` : `#/${anchor}#${id}`;
  };

  let phase: "loading" | "starting" | "attached" = "loading";
  /** The URL to restore after the router has read its route from the URL. */
  let shown: string | undefined;
  let startingRoute = "";
  const restore = (): void => {
    if (shown !== undefined && location.hash.startsWith("#/")) set(shown);
    shown = undefined;
  };
  const tellRouter = (event: PopStateEvent): void => {
    const id = idIn(location.hash);
    if (anchorOf(id) === undefined) {
      // If Redoc received an unknown ID, it would replace the page with a "404" message.
      event.stopImmediatePropagation();
      return;
    }
    shown = plainAddress(location.href);
    set(routeFor(id));
    // Restore the URL later, because the router's listener may run after this listener.
    setTimeout(restore);
  };
  window.addEventListener(
    "popstate",
    (event) => {
      if (phase === "attached") tellRouter(event);
      if (phase !== "starting") return;
      event.stopImmediatePropagation();
      shown = plainAddress(location.href);
      set(startingRoute);
    },
    { capture: true },
  );
  // Let the browser follow the link, so that Redoc receives a `popstate` event. Redoc's own click handler would treat
  // the link target as a separate page.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (link !== null && root.contains(link)) event.stopPropagation();
    },
    { capture: true },
  );
  // Stop the event, because Redoc's listener would rewrite the URL in the router's format.
  window.addEventListener(
    "hashchange",
    (event) => {
      if (phase !== "loading") event.stopImmediatePropagation();
    },
    { capture: true },
  );
  return {
    isRedocs: (id) => anchorOf(id) !== undefined,
    async whileAt(route, work) {
      phase = "starting";
      // If the target is already rendered, keep its ID in the URL, so that a copied URL points to the target. If the
      // target isn't rendered yet, omit its ID for now, because Redoc later opens the target only if the URL changes.
      const id = idIn(location.hash);
      const undrawn = anchorOf(id) !== undefined && drawn(root, id) === null;
      startingRoute = undrawn ? route : `${route}#${id}`;
      shown = location.href;
      set(startingRoute);
      try {
        await work();
      } finally {
        restore();
        phase = "loading";
      }
    },
    openAgain() {
      window.dispatchEvent(new PopStateEvent("popstate", { state: history.state as unknown }));
    },
    attach() {
      phase = "attached";
    },
  };
}

function plainUrl(url: string | URL | null | undefined): string | null {
  if (url === null || url === undefined) return null;
  return plainAddress(String(url)) || location.pathname + location.search;
}
