import { houseRule, type Path } from "../house-rule.js";
import { node } from "../node.js";
import { walkLeaves } from "../walk-leaves.js";
import { walkResponseSchemas } from "../walk-response-schemas.js";

/** Words that add nothing to a name. */
const empty: ReadonlySet<string> = new Set(
  "a an and field for header is its name object of parameter property response s schema the this value".split(
    " ",
  ),
);

/** The words that carry meaning, in lower case and without a plural s: "vpcIDs" is vpc, id. */
function words(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/(?<=..)s$/, ""))
    .filter((word) => word !== "" && !empty.has(word));
}

interface Named {
  name: string;
  text: unknown;
  path: Path;
}

function* named(description: unknown): Generator<Named> {
  for (const { name, described, path } of walkLeaves(description))
    yield { name, text: described["description"], path };
  for (const { schema, path } of walkResponseSchemas(description)) {
    if (typeof schema["title"] === "string")
      yield { name: schema["title"], text: schema["description"], path };
    for (const [value, text] of Object.entries(node(schema["x-enumDescriptions"])))
      yield { name: value, text, path: [...path, "x-enumDescriptions", value] };
  }
}

export const descriptionInformative = houseRule(
  "A description says more than the name of what it describes.",
  "Say what the name does not: what it identifies or decides, its form, its unit.",
  function* (description) {
    for (const { name, text, path } of named(description)) {
      if (typeof text !== "string" || text.trim() === "") continue;
      const known = words(name);
      if (words(text).every((word) => known.includes(word)))
        yield { message: `The description of "${name}" only repeats the name.`, path };
    }
  },
);
