// Loads Redoc on first use, and forwards clicks and links to Redoc.
import { giveUpAfterMs, hydrate, nextPaint, stopFollowing } from "./hydrate.js";
import { drawn, idIn, type Links, takeAddress } from "./links.js";
import { say } from "./reader.js";

/** Controls that need Redoc's script. Controls in call cards and field tables work without the script. */
const controls = "button, input, select, [role=button], [role=tab], [role=menuitem]";
const ours = ".call, .fields";

export function startRedoc(root: HTMLElement): void {
  const links = takeAddress(root);
  let loading: Promise<boolean> | undefined;
  const load = (): Promise<boolean> =>
    (loading ??= hydrate(root, links).then(
      () => {
        openTargetInRedoc(root, links);
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

  // Redoc may not be loaded yet, or may take longer than one frame to handle a click. Therefore, highlight the control,
  // wait until the browser has painted the highlight, and then repeat the click.
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

  // Redoc renders an operation when the operation is close to the viewport.
  const nearby = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void load();
    },
    { rootMargin: "400px" },
  );
  for (const place of root.querySelectorAll("[data-section-id]:empty")) nearby.observe(place);

  // Scrolls to the URL's target. If Redoc hasn't rendered the target yet, this function loads Redoc, which then opens
  // the target.
  const goToTarget = (): void => {
    const id = idIn(location.hash);
    const place = id === "" ? null : drawn(root, id);
    (place ?? drawn(root, listOf(id)))?.scrollIntoView();
    if (place === null && links.isRedocs(id))
      void load().then((loaded) => {
        if (!loaded) reportFailure();
      });
  };
  window.addEventListener("hashchange", () => {
    if (!isReady()) goToTarget();
  });
  // The root element is empty in the local preview, which isn't prerendered.
  if (root.childElementCount === 0) void load();
  else goToTarget();
}

/** Converts a tab's ID (`…/responses&c=404`) to the tab list's ID (`…/responses`). */
const listOf = (id: string): string => id.replace(/&c=\w+$/, "");

/** Makes Redoc open the URL's target and scrolls to the target, unless the target is already rendered. */
function openTargetInRedoc(root: HTMLElement, links: Links): void {
  const id = idIn(location.hash);
  if (!links.isRedocs(id) || drawn(root, id) !== null) return;
  links.openAgain();
  const list = drawn(root, listOf(id));
  if (list !== null) {
    // Redoc opens the tab, but it scrolls to the top of the page, because no element has the tab's ID.
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

/** Finds the control that has the same role and text as a control that Redoc has replaced. */
const sameControl = (root: HTMLElement, control: HTMLElement): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>(controls)].find(
    (other) =>
      other.tagName === control.tagName &&
      other.role === control.role &&
      other.textContent === control.textContent,
  );

function reportFailure(): void {
  const text =
    "This control needs a script that didn't load. Check your connection and try again. You can also read ";
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
