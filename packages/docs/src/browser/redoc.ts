// Decides when Redoc is needed, and passes clicks and links on to it.
import { giveUpAfterMs, hydrate, nextPaint, stopFollowing } from "./hydrate.js";
import { drawn, idIn, type Links, takeAddress } from "./links.js";
import { say } from "./reader.js";

/** What only Redoc's script can do. Cards and tables inside descriptions are ours. */
const controls = "button, input, select, [role=button], [role=tab], [role=menuitem]";
const ours = ".call, .fields";

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

  // Redoc may need longer than a frame for a click, or may not be loaded yet. So the control is marked first, and
  // clicked again after the browser has painted the mark.
  const used = new Set<HTMLElement>();
  let repeating = false;
  const repeat = (loaded: boolean): void => {
    repeating = true;
    for (const control of used) {
      delete control.dataset["used"];
      if (loaded) (control.isConnected ? control : sameControl(root, control))?.click();
    }
    repeating = false;
    used.clear();
    if (!loaded) reportFailure();
  };
  root.addEventListener(
    "click",
    (event) => {
      const control = controlAt(event.target);
      if (control === undefined || repeating) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      control.dataset["used"] = "";
      used.add(control);
      if (used.size > 1) return;
      void nextPaint().then(load).then(repeat);
    },
    { capture: true },
  );

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

/** `…/responses&c=404` opens a tab of `…/responses`. */
const listOf = (id: string): string => id.replace(/&c=\w+$/, "");

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
const sameControl = (root: HTMLElement, control: HTMLElement): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>(controls)].find(
    (other) =>
      other.tagName === control.tagName &&
      other.role === control.role &&
      other.textContent === control.textContent,
  );

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
