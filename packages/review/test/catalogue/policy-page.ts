import { policyText, type Example } from "../../src/policy/policy-page.js";
import { measureCatalogue } from "./measure-catalogue.js";
import { readCatalogue } from "./read-catalogue.js";

/** Generates `docs/review-policy.md`. The example for each rule is the shortest matching catalog pair. */
export async function policyPage(): Promise<string> {
  const examples = new Map<string, Example>();
  for (const { pair, changes } of await measureCatalogue(readCatalogue(), undefined)) {
    for (const change of changes) {
      const [, rule = ""] = change.split(" ");
      const known = examples.get(rule);
      const length = JSON.stringify(pair.written).length;
      // Prefer pairs with a single change, because they make clearer examples.
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
