// Local preview only: reloads the page when the contract changes, and adds "Try it", which sends requests to the mock.
// The reader's input and the scroll position are preserved when the page reloads.
interface Call {
  method: string;
  path: string;
  tokenHeader: string;
  parameters: { name: string; in: string; example: string }[];
}

interface Kept {
  scroll: number;
  open: boolean;
  values: string[];
}

const { mock = "", call = "" } = document.body.dataset;
const kept = JSON.parse(sessionStorage.getItem("preview") ?? "{}") as Partial<Kept>;
sessionStorage.removeItem("preview");

const panel = call === "" ? undefined : tryIt(JSON.parse(call) as Call);
if (panel !== undefined) document.body.append(panel);
scrollBack(kept.scroll ?? 0);

const events = new EventSource("events");
events.addEventListener("changed", () => {
  const values = [...(panel?.querySelectorAll("input") ?? [])].map(({ value }) => value);
  const state: Kept = { scroll: window.scrollY, open: panel?.open ?? false, values };
  sessionStorage.setItem("preview", JSON.stringify(state));
  location.reload();
});
events.addEventListener("broken", (event: MessageEvent<string>) => {
  const place = document.querySelector(".notice") ?? document.createElement("p");
  place.className = "notice";
  place.setAttribute("role", "alert");
  place.textContent = `The contract has an error: ${JSON.parse(event.data) as string}`;
  document.querySelector(".bar")?.after(place);
});

/**
 * Restores the scroll position when Redoc is ready. Before Redoc is ready, the page is too short to scroll, because the
 * preview isn't prerendered.
 */
function scrollBack(y: number): void {
  const root = document.documentElement;
  const ready = new MutationObserver(() => {
    if (root.dataset["redoc"] !== "ready") return;
    ready.disconnect();
    window.scrollTo(0, y);
  });
  if (y > 0) ready.observe(root, { attributes: true, attributeFilter: ["data-redoc"] });
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function tryIt({ method, path, tokenHeader, parameters }: Call): HTMLDetailsElement {
  const fields = [
    ...parameters.map(({ name, example }) => ({ name, value: example })),
    ...(tokenHeader === "" ? [] : [{ name: tokenHeader, value: "mock-token" }]),
  ].map(({ name, value }, index) => {
    const input = element("input", {
      value: kept.values?.[index] ?? value,
      name,
      autocomplete: "off",
      spellcheck: false,
    });
    return { input, label: element("label", {}, name, input) };
  });
  const valueOf = (name: string): string =>
    fields.find(({ input }) => input.name === name)?.input.value ?? "";
  const status = element("p", { className: "status" });
  status.setAttribute("role", "status");
  const answer = element("pre", { tabIndex: 0, hidden: true });
  const form = element(
    "form",
    {},
    ...fields.map(({ label }) => label),
    element("button", { type: "submit" }, "Send"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(
      parameters
        .filter((parameter) => parameter.in === "query")
        .map(({ name }) => [name, valueOf(name)]),
    );
    const filled = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
      encodeURIComponent(valueOf(name)),
    );
    const target = `${mock}${filled}${query.size === 0 ? "" : `?${query.toString()}`}`;
    const headers = tokenHeader === "" ? {} : { [tokenHeader]: valueOf(tokenHeader) };
    void send(target, { method, headers }, status, answer);
  });
  return element(
    "details",
    { className: "try-it", open: kept.open ?? false },
    element("summary", {}, "Try it"),
    element("p", {}, `Sends the request to the mock at ${mock}.`),
    form,
    status,
    answer,
  );
}

async function send(
  target: string,
  init: RequestInit,
  status: HTMLElement,
  answer: HTMLElement,
): Promise<void> {
  status.textContent = "…";
  const started = performance.now();
  try {
    const response = await fetch(target, init);
    const text = await response.text();
    const took = Math.round(performance.now() - started);
    status.textContent = `${response.status} ${response.statusText}, ${took} ms`;
    answer.textContent = pretty(text);
    answer.hidden = false;
  } catch (error) {
    answer.hidden = true;
    status.textContent = `No response: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
