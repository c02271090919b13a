import { houseRule } from "../house-rule.js";
import { walkExamples } from "../walk-examples.js";

const origins: readonly unknown[] = ["printed", "constructed"];

export const exampleOriginStated = houseRule(
  "Every example says whether it is printed in the source document or constructed.",
  "Write `x-origin: printed` for an unchanged copy of the source's example, else `x-origin: constructed`.",
  function* (description) {
    for (const { name, example, path } of walkExamples(description)) {
      const origin = example["x-origin"];
      if (origin === undefined)
        yield { message: `The example "${name}" does not say where it comes from.`, path };
      else if (!origins.includes(origin))
        yield {
          message: `The example "${name}" names an unknown origin.`,
          path: [...path, "x-origin"],
        };
    }
  },
);
