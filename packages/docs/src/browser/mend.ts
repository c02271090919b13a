// Runs on Redoc's markup in the build and in the browser, again after every change, so each step must do
// nothing the second time. Every entry mends one thing that a screen reader, a keyboard or axe stumbles over.

interface Mend {
  /** What is wrong with it as Redoc draws it. */
  because: string;
  selector: string;
  mend: (element: Element) => void;
}

const set = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const mends: Mend[] = [
  {
    because: "The menu is no landmark.",
    selector: ".menu-content",
    mend(menu) {
      set(menu, "role", "navigation");
      set(menu, "aria-label", "Contents");
    },
  },
  {
    because: "The search field is a div that only a pointer can open.",
    selector: ".menu-content > div:first-child > div > div",
    mend(field) {
      set(field, "role", "button");
      set(field, "tabindex", "0");
    },
  },
  {
    because: "Code and tables that are wider than the screen cannot be scrolled with the keyboard.",
    selector: "pre, .md-table-wrapper",
    mend(box) {
      set(box, "tabindex", "0");
    },
  },
  {
    because: "The name of the button does not hold the text on it.",
    selector: 'button[aria-label="Example"], button[data-example]',
    mend(button) {
      set(button, "data-example", "");
      set(button, "aria-label", `Example: ${button.textContent.trim()}`);
    },
  },
  {
    because: "The menu beside the copy button sends the page to services of third parties.",
    selector: 'button[aria-label="More actions"]',
    mend(button) {
      const place = button.parentElement ?? button;
      set(place, "data-third-parties", "");
      if (place.previousElementSibling !== null)
        set(place.previousElementSibling, "data-alone", "");
    },
  },
  {
    because: "The badge shows a picture of a third party.",
    selector: '.menu-content a[href="https://redocly.com/redoc/"]',
    mend(badge) {
      set(badge.parentElement ?? badge, "data-badge", "");
    },
  },
  {
    because: "Buttons that fold JSON are closer to each other than WCAG 2.2 allows.",
    selector: "pre button",
    mend(button) {
      const code = button.closest("pre");
      if (code !== null) set(code, "data-foldable", "");
    },
  },
  {
    because: "The menu shows parts of a section at the depth of sections.",
    selector: '.menu-content a[href*="section/"]',
    mend(link) {
      const id = link.getAttribute("href")?.replace(/^#\/?/, "") ?? "";
      const heading = link.ownerDocument.getElementById(decodeURIComponent(id));
      const part = heading?.matches("h4, :has(> h4)") ?? false;
      if (part) set(link, "data-part", "");
    },
  },
];

/** Mends Redoc's markup below `root`, in place. */
export function mend(root: ParentNode): void {
  for (const { selector, mend: apply } of mends)
    for (const element of root.querySelectorAll(selector)) apply(element);
  mendHeadings(root);
}

/** Redoc's headings leave levels out; to a screen reader, each one is one deeper than the one that holds it. */
function mendHeadings(root: ParentNode): void {
  const open: number[] = [];
  for (const heading of root.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const printed = Number(heading.tagName.slice(1));
    while (open.length > 0 && (open.at(-1) ?? 0) >= printed) open.pop();
    open.push(printed);
    if (open.length !== printed) set(heading, "aria-level", String(open.length));
  }
}
