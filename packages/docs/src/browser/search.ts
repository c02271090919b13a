// The search dialog, which finds operations, fields, error codes, and guide sections.
import type { SearchEntry } from "../search-index.js";

interface Found {
  entry: SearchEntry;
  score: number;
}

const mostShown = 20;

/** Returns the entries that contain every word in the query, with the best match first. Title matches rank highest. */
export function find(index: readonly SearchEntry[], query: string): SearchEntry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return index
    .map((entry): Found => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}

function scoreOf([title, place, , text]: SearchEntry, words: readonly string[]): number {
  const name = title.toLowerCase();
  const rest = `${place} ${text}`.toLowerCase();
  let score = 0;
  for (const word of words) {
    if (name === word) score += 8;
    else if (name.startsWith(word)) score += 5;
    else if (name.includes(word)) score += 4;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  return score;
}

export function startSearch(): void {
  let dialog: HTMLDialogElement | undefined;
  const open = (): void => {
    dialog ??= makeDialog();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input")?.select();
  };
  document.querySelector("button.find")?.addEventListener("click", open);
  // Capture the event, so that Redoc doesn't open its own search, which doesn't include the guides.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    },
    { capture: true },
  );
}

function makeDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "Search");
  dialog.innerHTML = `<form method="dialog"><input type="search" aria-label="Search the documentation" placeholder="Field, error code, topic" autocomplete="off" spellcheck="false" aria-controls="found"><button>Close</button></form><p class="count" role="status"></p><ul id="found"></ul>`;
  document.body.append(dialog);
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("ul");
  const count = dialog.querySelector(".count");
  if (input === null || list === null || count === null) return dialog;
  const results = (): HTMLAnchorElement[] => [...list.querySelectorAll("a")];
  const show = async (): Promise<void> => {
    count.textContent = "";
    const index = await loadIndex().catch(() => undefined);
    if (index === undefined) {
      count.textContent = "The search index didn't load. Check your connection and type again.";
      return;
    }
    const found = find(index, input.value);
    if (input.value.trim() !== "")
      count.textContent =
        found.length === 0
          ? "No results"
          : `${found.length} ${found.length === 1 ? "result" : "results"}`;
    list.replaceChildren(...found.map(resultOf));
  };
  input.addEventListener("input", () => void show());
  dialog.addEventListener("keydown", (event) => {
    const links = results();
    const at = links.findIndex((link) => link === document.activeElement);
    const next =
      event.key === "ArrowDown"
        ? links[at + 1]
        : event.key === "ArrowUp"
          ? (links[at - 1] ?? input)
          : undefined;
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    }
    if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      void show().then(() => {
        results()[0]?.click();
      });
    }
    // Close the dialog explicitly, because Escape would otherwise only clear the search field.
    if (event.key === "Escape") dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (
      event.target === dialog ||
      (event.target instanceof Element && event.target.closest("a") !== null)
    )
      dialog.close();
  });
  return dialog;
}

function resultOf([title, place, href, text]: SearchEntry): HTMLLIElement {
  const link = document.createElement("a");
  // On the start page, use only the fragment, because the full link could reload the page.
  const onStart = document.getElementById("redoc") !== null;
  link.setAttribute("href", onStart ? href.replace(/^\.\/(?=#)/, "") : href);
  for (const [tag, content] of [
    ["b", title],
    ["small", place],
    ["span", text.slice(0, 140)],
  ] as const) {
    const part = document.createElement(tag);
    part.textContent = content;
    link.append(part);
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

let loading: Promise<readonly SearchEntry[]> | undefined;

function loadIndex(): Promise<readonly SearchEntry[]> {
  return (loading ??= new Promise<readonly SearchEntry[]>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.body.dataset["search"] ?? "";
    script.onload = () => {
      resolve((globalThis as unknown as { searchIndex: readonly SearchEntry[] }).searchIndex);
    };
    script.onerror = () => {
      script.remove();
      loading = undefined;
      reject(new Error("The search index didn't load."));
    };
    document.head.append(script);
  }));
}
