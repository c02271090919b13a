// Handles the color scheme, the sample language, the copy buttons, and the version switch.

const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is blocked. The choice applies to this page only.
  }
};

export function startReader(): void {
  colours();
  languages();
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const copy = target?.closest<HTMLElement>("[data-copy], [data-copy-text]");
    if (copy !== null && copy !== undefined) void copyFrom(copy);
    const version = target?.closest<HTMLAnchorElement>("a[data-version]");
    if (version !== null && version !== undefined) keepPlace(version);
  });
  say("");
}

function colours(): void {
  const root = document.documentElement;
  const button = document.querySelector<HTMLElement>("button.colours");
  const show = (): void => {
    button?.setAttribute("aria-pressed", String(root.classList.contains("dark")));
  };
  button?.addEventListener("click", () => {
    const dark = !root.classList.contains("dark");
    root.dataset["colours"] = dark ? "dark" : "light";
    root.classList.toggle("dark", dark);
    root.classList.toggle("light", !dark);
    remember("vpcep.colours", dark ? "dark" : "light");
    show();
  });
  show();
}

/** Updates the language tabs. The inline start script has already selected a sample by setting `data-lang`. */
function languages(): void {
  const root = document.documentElement;
  const tabs = (): NodeListOf<HTMLElement> =>
    document.querySelectorAll<HTMLElement>("[role=tab][data-lang]");
  const show = (): void => {
    for (const tab of tabs()) {
      const chosen = tab.dataset["lang"] === root.dataset["lang"];
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
  };
  const choose = (tab: HTMLElement): void => {
    const { lang = "curl" } = tab.dataset;
    // Keep the tab at the same position in the window, even if the selected sample has a different height.
    const before = tab.getBoundingClientRect().top;
    root.dataset["lang"] = lang;
    window.scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
    remember("vpcep.language", lang);
    show();
  };
  document.addEventListener("click", ({ target }) => {
    const tab =
      target instanceof Element ? target.closest<HTMLElement>("[role=tab][data-lang]") : null;
    if (tab !== null) choose(tab);
  });
  document.addEventListener("keydown", (event) => {
    const tab = event.target;
    if (!(tab instanceof HTMLElement) || !tab.matches("[role=tab][data-lang]")) return;
    const list = [...(tab.parentElement?.children ?? [])].filter(
      (other) => other instanceof HTMLElement,
    );
    const at = list.indexOf(tab);
    const next = {
      ArrowRight: list[(at + 1) % list.length],
      ArrowLeft: list.at(at - 1),
      Home: list[0],
      End: list.at(-1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    next.focus();
  });
  if (document.querySelector(`[data-sample="${root.dataset["lang"] ?? ""}"]`) === null)
    root.dataset["lang"] = "curl";
  show();
}

async function copyFrom(button: HTMLElement): Promise<void> {
  const text = button.dataset["copyText"] ?? sourceIn(button.parentElement?.querySelector("code"));
  const label = (button.dataset["label"] ??= button.textContent);
  const done = await write(text);
  button.textContent = done ? "Copied" : "Select and copy";
  say(done ? `Copied: ${label.replace("Copy ", "")}` : "The browser doesn't allow copying.");
  setTimeout(() => (button.textContent = label), 1_600);
}

/** Returns the source code in a code block. In code that Redoc renders, each line is a separate element. */
function sourceIn(code: Element | null | undefined): string {
  const lines = [...(code?.querySelectorAll(".l") ?? [])].map((line) => line.textContent);
  return lines.length > 0 ? lines.join("\n") : (code?.textContent ?? "");
}

/** Copies text. Uses `execCommand` if the clipboard API is unavailable, for example on `file://` pages. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without the clipboard API
    const done = document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}

/** Changes a link to another version, so that the link opens the same page and fragment in that version. */
function keepPlace(link: HTMLAnchorElement): void {
  const page = location.pathname.split("/").at(-1) ?? "";
  const target = new URL(link.getAttribute("href") ?? "", location.href);
  if (target.pathname.endsWith("/")) target.pathname += page;
  target.hash = location.hash;
  link.href = target.href;
}

/** Announces text to screen readers. */
export function say(text: string): void {
  const place = document.querySelector(".said") ?? document.createElement("p");
  place.className = "said";
  place.setAttribute("role", "status");
  if (!place.isConnected) document.body.append(place);
  place.textContent = text;
}
