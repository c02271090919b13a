import {
  examplesOf,
  follow,
  formatPointer,
  getAt,
  isObject,
  operationsOf,
  type Json,
  type JsonObject,
} from "@vpcep/contract-reader";

import type { Finding } from "./finding.js";

/** A property of a schema; `isShown` is true if a named example includes the property. */
interface Shown {
  schema: JsonObject;
  property: string;
  isShown: boolean;
}

/**
 * Finds success response properties that are missing from all named examples. Neither the docs nor the mock would show
 * these properties. If several responses use the same schema, an example for one of them is enough.
 */
export function findMissingExamples(contract: JsonObject): Finding[] {
  const examples = examplesOf(contract);
  const uses = operationsOf(contract).flatMap(({ operationId, responses }) =>
    [...responses]
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([status, { content }]) => {
        const values = examples
          .filter((one) => one.operationId === operationId && one.status === status)
          .map(({ value }) => value);
        return Object.values(isObject(content) ? content : {}).flatMap((media) =>
          propertiesOf(contract, isObject(media) ? media["schema"] : undefined, values),
        );
      }),
  );
  const shown = uses.filter(({ isShown }) => isShown);
  const isSame = (one: Shown) => (other: Shown) =>
    one.schema === other.schema && one.property === other.property;
  return uses
    .filter((use, index) => !shown.some(isSame(use)) && uses.findIndex(isSame(use)) === index)
    .map(({ schema, property }): Finding => {
      const name = componentOf(contract, schema);
      return {
        kind: "example",
        place:
          name === undefined ? "openapi/openapi.yaml" : `openapi/components/schemas/${name}.yaml`,
        reason: `No response example contains the property "${property}".`,
        remedy: "Add the property to a realistic example in openapi/components/examples/.",
      };
    });
}

/**
 * Returns the properties of a schema and its subschemas. `isShown` is true for properties that any of the values
 * contains.
 */
function propertiesOf(
  contract: JsonObject,
  given: Json | undefined,
  values: readonly Json[],
  above: readonly JsonObject[] = [],
): Shown[] {
  if (!isObject(given)) return [];
  const schema = follow(contract, given);
  if (!isObject(schema) || above.includes(schema)) return [];
  const path = [...above, schema];
  const objects = values.filter(isObject);
  const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  return [
    ...Object.entries(properties).flatMap(([property, child]): Shown[] => {
      const found = objects.flatMap((value) =>
        Object.hasOwn(value, property) ? [value[property] ?? null] : [],
      );
      const own = { schema, property, isShown: found.length > 0 };
      return own.isShown ? [own, ...propertiesOf(contract, child, found, path)] : [own];
    }),
    ...propertiesOf(contract, schema["items"], items, path),
  ];
}

function componentOf(contract: JsonObject, schema: JsonObject): string | undefined {
  const schemas = getAt(contract, formatPointer(["components", "schemas"]));
  return Object.entries(isObject(schemas) ? schemas : {}).find(([, one]) => one === schema)?.[0];
}
