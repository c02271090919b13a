import { policyText, type Example } from "../../src/policy/policy-page.js";
import { measureCatalogue } from "./measure-catalogue.js";
import { readCatalogue } from "./read-catalogue.js";

/** The page `docs/review-policy.md`: each section has the shortest pair of the catalogue that meets it. */
export async function policyPage(): Promise<string> {
  const examples = new Map<string, Example>();
  for (const { pair, changes } of await measureCatalogue(readCatalogue(), undefined)) {
    for (const change of changes) {
      const [, rule = ""] = change.split(" ");
      const known = examples.get(rule);
      const length = JSON.stringify(pair.written).length;
      // An example of one change is clearer than one of many.
      const weight = length + 1_000 * changes.length;
      if (known === undefined || weight < known.weight)
        examples.set(rule, {
          ...pair.written,
          way: pair.name.includes("(response") ? "response" : "request",
          weight,
        });
    }
  }
  return policyText(examples);
}
