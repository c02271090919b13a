import type { Comparison } from "../compare/comparison.js";
import type { Description } from "../load/description.js";
import { pointerTokens } from "../load/pointer-tokens.js";
import type { Site } from "../load/site.js";
import type { EnginePlace, EngineVerdict } from "./engine-verdict.js";
import type { PlaceFacts } from "./reconcile.js";

// A keyword lies in its schema, an entry of `required` or of `anyOf` one or two steps deeper.
const stepsToSchema = 3;

/** Answers what the corrections ask about places, from the two descriptions and what was compared. */
export function placeFacts(
  comparison: Comparison,
  base: Description,
  head: Description,
): PlaceFacts {
  const either = (verdict: EngineVerdict, test: (path: Site[]) => boolean): boolean =>
    (verdict.base !== undefined && test(sitesTo(base, verdict.base))) ||
    (verdict.head !== undefined && test(sitesTo(head, verdict.head)));
  return {
    isCompared: (verdict) =>
      either(verdict, (path) =>
        path.slice(-1 - stepsToSchema).some((site) => comparison.reached.has(site)),
      ),
    isKeptOff: (verdict) =>
      either(verdict, (path) =>
        path.some(({ object }) => object["readOnly"] === true || object["writeOnly"] === true),
      ),
  };
}

/** Every site from the root of the file down to the place. */
function sitesTo(description: Description, { file, pointer }: EnginePlace): Site[] {
  const document = description.documents.get(file);
  if (document === undefined) return [];
  const path = [description.rootOf(document)];
  for (const token of pointerTokens(pointer)) {
    const parent = path.at(-1);
    if (parent !== undefined) path.push(parent.child(token));
  }
  return path;
}
