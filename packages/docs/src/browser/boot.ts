// What the page runs at once: a few kilobytes. It keeps links working while the page is plain HTML, and fetches
// Redoc when the reader first needs it: when a control is pointed at, focused, or called for by a key.
import { takeOver } from "./take-over.js";

const root = document.getElementById("redoc");
if (root !== null) start(root);

function start(root: HTMLElement): void {
  const controls = "button, input, select, [role=button], [role=tab], [role=option], a[href]";
  let taken: Promise<HTMLElement> | undefined;
  const take = (): Promise<HTMLElement> =>
    (taken ??= takeOver(root).catch((error: unknown) => {
      // The plain page stays; the next control that is touched tries again.
      taken = undefined;
      throw error;
    }));

  const isControl = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest(controls) !== null;
  for (const sign of ["pointerover", "focusin", "touchstart"] as const) {
    root.addEventListener(
      sign,
      (event) => {
        if (isControl(event)) void take();
      },
      { passive: true },
    );
  }

  // A click that came before Redoc did is done again on the same control when it is there.
  root.addEventListener("click", (event) => {
    const control = event.target instanceof Element ? event.target.closest(controls) : null;
    if (control === null || !root.isConnected || control.matches("a[href]")) return;
    event.preventDefault();
    const way = wayTo(control, root);
    void take().then((fresh) => {
      const target = follow(way, fresh);
      target?.focus();
      target?.click();
    });
  });

  document.addEventListener("keydown", (event) => {
    const button = event.target instanceof HTMLElement && event.target.matches("div[role=button]");
    if (button && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      event.target.click();
      return;
    }
    if (!root.isConnected || event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void take().then((fresh) => {
      fresh.querySelector<HTMLElement>(".menu-content [role=button]")?.click();
    });
  });

  // Operations that the plain page only names.
  const nearby = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void take();
  });
  for (const place of root.querySelectorAll("[data-later]")) nearby.observe(place);

  if (root.dataset["atOnce"] !== undefined) void take();

  // A link to a part that the plain page does not hold, such as a field of another response.
  const wanted = decodeURIComponent(location.hash.replace(/^#\/?/, "")).split("#").pop() ?? "";
  if (wanted !== "" && document.getElementById(wanted) === null) void take();
}

function wayTo(element: Element, root: Element): number[] {
  const way: number[] = [];
  for (let at = element; at !== root && at.parentElement !== null; at = at.parentElement)
    way.unshift([...at.parentElement.children].indexOf(at));
  return way;
}

function follow(way: readonly number[], root: Element): HTMLElement | undefined {
  let at: Element | undefined = root;
  for (const index of way) at = at?.children[index];
  return at instanceof HTMLElement ? at : undefined;
}
