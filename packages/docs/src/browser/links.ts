// Redoc's router writes `#/page#part` into the address, which opens nothing without its script. The address bar
// holds `#part` at all times; the router gets its own form only while it is being told of a change.

/** `#/a#b` and `#/a` as `#b` and `#a`; any other address unchanged. */
export const plainAddress = (address: string): string =>
  address.replace(/#\/(?:[^#]*#)?(.*)$/, (_, part: string) => (part === "" ? "" : `#${part}`));

/** The id that an address names; empty when it names none. */
export function idIn(hash: string): string {
  const id = plainAddress(hash).replace(/^#/, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The element of an id in Redoc's part of the page, once there is something in it. */
export const drawn = (root: HTMLElement, id: string): Element | null =>
  root.querySelector(`[id="${CSS.escape(id)}"]:not(:empty)`);

export interface Links {
  /** Whether an id belongs to Redoc. */
  isRedocs(id: string): boolean;
  /** Gives the router an address to start from while `work` is done; a link followed meanwhile is not lost. */
  whileAt(route: string, work: () => Promise<void>): Promise<void>;
  /** Makes Redoc open what the address names, as if the reader had followed a link. */
  openAgain(): void;
  /** To be called when Redoc listens: from now on it is told of links that are its own. */
  attach(): void;
}

/** Takes the address over, before Redoc's script is there. */
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

  /** Longest first, because one operation's anchor may begin with another's. */
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
  /** What the address bar showed before the router's form took its place. */
  let shown: string | undefined;
  window.addEventListener(
    "popstate",
    (event) => {
      if (phase === "loading") return;
      const id = idIn(location.hash);
      const own = anchorOf(id) !== undefined;
      // Redoc says "404" over the whole page for an id that is not its own.
      if (!own || phase === "starting") event.stopImmediatePropagation();
      if (!own && phase === "attached") return;
      const route = shown !== undefined && phase === "starting" ? startingRoute : routeFor(id);
      shown = plainAddress(location.href);
      set(route);
      // The router reads the address in its listener; where that is in the order of listeners changes.
      if (phase === "attached") setTimeout(restore);
    },
    { capture: true },
  );
  // Redoc takes the address of a link for a page of its own; the browser follows it, and Redoc hears of it above.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (link !== null && root.contains(link)) event.stopPropagation();
    },
    { capture: true },
  );
  // Redoc's listener would turn every address into the router's form.
  window.addEventListener(
    "hashchange",
    (event) => {
      if (phase !== "loading") event.stopImmediatePropagation();
    },
    { capture: true },
  );
  const restore = (): void => {
    if (shown !== undefined && location.hash.startsWith("#/")) set(shown);
    shown = undefined;
  };
  let startingRoute = "";
  return {
    isRedocs: (id) => anchorOf(id) !== undefined,
    async whileAt(route, work) {
      phase = "starting";
      // A copy of this address opens at the same place. A part that is not drawn must be news to Redoc later.
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
