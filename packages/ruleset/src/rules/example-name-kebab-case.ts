import { houseRule } from "../house-rule.js";
import { walkExamples } from "../walk-examples.js";

export const exampleNameKebabCase = houseRule(
  "A named example has a name in kebab-case.",
  "Rename the example in kebab-case, the schema first, such as vpc-endpoint-service-failed.",
  function* (description) {
    for (const { name, path } of walkExamples(description))
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
        yield { message: `The name "${name}" of an example is not kebab-case.`, path };
  },
);
