// Only in the local preview: reloads on a change of the contract, and offers "Try it" against the mock.
const { mock = "", project = "", service = "", path = "" } = document.body.dataset;

const events = new EventSource("events");
events.addEventListener("changed", () => {
  sessionStorage.setItem("preview.scroll", String(window.scrollY));
  location.reload();
});
events.addEventListener("broken", (event: MessageEvent<string>) => {
  banner(`The contract is broken: ${JSON.parse(event.data) as string}`);
});

const scrolled = Number(sessionStorage.getItem("preview.scroll") ?? 0);
sessionStorage.removeItem("preview.scroll");
if (scrolled > 0) {
  const ready = new MutationObserver(() => {
    if (document.documentElement.dataset["redoc"] !== "ready") return;
    ready.disconnect();
    window.scrollTo(0, scrolled);
  });
  ready.observe(document.documentElement, { attributes: true, attributeFilter: ["data-redoc"] });
}

document.body.append(tryIt());

function banner(text: string): void {
  const place = document.querySelector(".notice") ?? document.createElement("p");
  place.className = "notice";
  place.setAttribute("role", "alert");
  place.textContent = text;
  document.querySelector(".bar")?.after(place);
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

function tryIt(): HTMLElement {
  const field = (label: string, value: string): [HTMLLabelElement, HTMLInputElement] => {
    const input = element("input", { value, autocomplete: "off", spellcheck: false });
    return [element("label", {}, label, input), input];
  };
  const [projectLabel, projectId] = field("project_id", project);
  const [serviceLabel, serviceId] = field("vpc_endpoint_service_id", service);
  const [tokenLabel, token] = field("X-Auth-Token", "mock-token");
  const status = element("p", { className: "status" });
  status.setAttribute("role", "status");
  const answer = element("pre", { tabIndex: 0, hidden: true });
  const form = element(
    "form",
    {},
    projectLabel,
    serviceLabel,
    tokenLabel,
    element("button", { type: "submit" }, "Send"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const target = `${mock}${path
      .replace("{project_id}", encodeURIComponent(projectId.value))
      .replace("{vpc_endpoint_service_id}", encodeURIComponent(serviceId.value))}`;
    void send(target, token.value, status, answer);
  });
  return element(
    "details",
    { className: "try-it" },
    element("summary", {}, "Try it"),
    element("p", {}, `Asks the mock at ${mock}, nobody else.`),
    form,
    status,
    answer,
  );
}

async function send(
  target: string,
  token: string,
  status: HTMLElement,
  answer: HTMLElement,
): Promise<void> {
  status.textContent = "…";
  const started = performance.now();
  try {
    const response = await fetch(target, { headers: { "X-Auth-Token": token } });
    const text = await response.text();
    const took = Math.round(performance.now() - started);
    status.textContent = `${response.status} ${response.statusText}, ${took} ms`;
    answer.textContent = pretty(text);
    answer.hidden = false;
  } catch (error) {
    answer.hidden = true;
    status.textContent = `No answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
