import { isDrawnLater, places } from "./is-drawn-later.js";
import { type JsonObject, textOf } from "./json.js";
import { operationAnchor } from "./operation-anchor.js";
import { operationsOf } from "./operations-of.js";

/** Says in the place of each operation that is drawn later which one it is, so that links lead there at once. */
export function nameLaterOperations(root: Element, spec: JsonObject): void {
  const { ownerDocument: document } = root;
  const operations = new Map(operationsOf(spec).map((place) => [operationAnchor(place), place]));
  for (const element of root.querySelectorAll(places)) {
    const anchor = element.getAttribute("data-section-id")?.slice(1) ?? "";
    const place = operations.get(anchor);
    if (place === undefined || !isDrawnLater(element)) continue;
    element.id = anchor;
    element.setAttribute("data-later", "");
    const heading = document.createElement("h2");
    heading.textContent = textOf(place.operation["summary"]);
    const call = document.createElement("code");
    call.textContent = `${place.method.toUpperCase()} ${place.path}`;
    element.append(heading, call);
  }
}
