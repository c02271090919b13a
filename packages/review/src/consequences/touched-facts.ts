import { parse } from "yaml";

import type { Side } from "../git/side.js";
import type { Change } from "../report/change.js";

/** A fact in `provenance.yaml` about a changed location. */
export interface TouchedFact {
  readonly id: string;
  readonly says: string;
}

// A fact applies to changes at the fact's location and one level below that location. For example, a fact about
// `responses` applies to each response.
const stepsBelow = 1;

/** Returns the facts about changed locations from the `provenance.yaml` file in the head version. */
export function touchedFacts(side: Side, changes: readonly Change[]): TouchedFact[] {
  const text = side.description.source.read("openapi/provenance.yaml");
  if (text === undefined) return [];
  const { facts = [], deviations = [] } = parse(text) as {
    facts?: (TouchedFact & object)[];
    deviations?: { readonly id: string; readonly decision?: string; readonly says?: string }[];
  };
  // Wording and example changes do not affect facts.
  const changed = changes
    .filter(({ level }) => level === "major" || level === "minor")
    .map(bundlePointer);
  return [...facts, ...deviations]
    .filter((fact) =>
      pointersOf(fact).some((at) =>
        changed.some(
          (pointer) =>
            at === pointer ||
            (pointer.startsWith(`${at}/`) &&
              pointer.slice(at.length).split("/").length - 1 <= stepsBelow),
        ),
      ),
    )
    .map(({ id, ...words }) => {
      const { says, decision } = words as { says?: string; decision?: string };
      return { id, says: (says ?? decision ?? "").replace(/\s+/g, " ").trim() };
    });
}

/**
 * Converts a location to a pointer in the bundled description, for example from `components/<kind>/<Name>.yaml#/x` to
 * `/components/<kind>/<Name>/x`.
 */
function bundlePointer({ file, pointer }: Change): string {
  const component = /components\/(\w+)\/([^/]+)\.ya?ml$/.exec(file);
  const start = component === null ? "" : `/components/${component[1] ?? ""}/${component[2] ?? ""}`;
  return start + pointer.replace(/^#/, "");
}

function pointersOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === "at" ? [inner].flat().map(String) : pointersOf(inner),
  );
}
