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

/**
 * Properties of successful responses that no named example shows. Readers of the docs and users of the mock would never
 * see them.
 */
export function findMissingExamples(contract: JsonObject): Finding[] {
  const examples = examplesOf(contract);
  return operationsOf(contract).flatMap(({ operationId, responses }) =>
    [...responses]
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([status, response]) => {
        const own = examples.filter(
          (one) => one.operationId === operationId && one.status === status,
        );
        const content = isObject(response["content"]) ? response["content"] : {};
        return Object.values(content).flatMap((media) =>
          unshown(
            contract,
            getAt(media, ["schema"]) as Json | undefined,
            own.map(({ value }) => value),
          ),
        );
      }),
  );
}

/** Finds the properties below a schema that none of the values has. */
function unshown(
  contract: JsonObject,
  given: Json | undefined,
  values: readonly Json[],
  seen: readonly JsonObject[] = [],
): Finding[] {
  if (!isObject(given)) return [];
  const schema = follow(contract, given);
  if (!isObject(schema) || seen.includes(schema)) return [];
  const path = [...seen, schema];
  const objects = values.filter(isObject);
  const name = componentOf(contract, schema);
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
  return [
    ...Object.entries(properties).flatMap(([key, child]): Finding[] => {
      const shown = objects.filter((value) => key in value).map((value) => value[key] ?? null);
      if (shown.length > 0) return unshown(contract, child, shown, path);
      return [
        {
          kind: "example",
          place:
            name === undefined ? "openapi/openapi.yaml" : `openapi/components/schemas/${name}.yaml`,
          reason: `No example of a response shows the property "${key}".`,
          remedy: "Add it to an example in openapi/components/examples/ that is like a real body.",
        },
      ];
    }),
    ...unshown(contract, schema["items"], items, path),
  ];
}

function componentOf(contract: JsonObject, schema: JsonObject): string | undefined {
  const schemas = getAt(contract, formatPointer(["components", "schemas"]));
  return Object.entries(isObject(schemas) ? schemas : {}).find(([, one]) => one === schema)?.[0];
}
