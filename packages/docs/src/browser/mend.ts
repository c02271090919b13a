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
      set(field, "aria-label", "Search");
    },
  },
  {
    because: "A heading of level 4 follows one of level 2.",
    selector: 'h4[data-component-name="Typography/H4"]',
    mend(heading) {
      set(heading, "role", "heading");
      set(heading, "aria-level", "3");
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
    because: "The badge ends in a picture that is not loaded.",
    selector: 'a[href="https://redocly.com/redoc/"] p',
    mend(text) {
      if (text.textContent !== "API docs by Redoc") text.textContent = "API docs by Redoc";
    },
  },
];

/** Mends Redoc's markup below `root`, in place. */
export function mend(root: ParentNode): void {
  for (const { selector, mend: apply } of mends)
    for (const element of root.querySelectorAll(selector)) apply(element);
}
