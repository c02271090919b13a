import { isObject, type Json, type JsonObject } from "./json.js";
import { operationsOf } from "./operations.js";
import { formatPointer } from "./pointer.js";
import { follow } from "./references.js";

/** A named response example. */
export interface NamedExample {
  name: string;
  operationId: string | undefined;
  /** The response's key in the contract: a status such as `200`, or `default` for all other statuses. */
  status: string;
  mediaType: string;
  summary: string | undefined;
  value: Json;
  /** JSON Pointer to the example, relative to the response. */
  pointer: string;
}

/**
 * Returns the named examples of all responses, in contract order. An example that several responses share is returned
 * once for each response.
 */
export function examplesOf(document: JsonObject): NamedExample[] {
  return operationsOf(document).flatMap(({ operationId, responses }) =>
    [...responses].flatMap(([status, response]) =>
      mediaTypes(response).flatMap(([mediaType, { examples }]) =>
        Object.entries(isObject(examples) ? examples : {}).flatMap(([name, given]) => {
          const example = follow(document, given);
          if (!isObject(example)) return [];
          const { summary, value } = example;
          return [
            {
              name,
              operationId,
              status,
              mediaType,
              summary: typeof summary === "string" ? summary : undefined,
              value: value ?? null,
              pointer: formatPointer(["content", mediaType, "examples", name]),
            },
          ];
        }),
      ),
    ),
  );
}

const mediaTypes = ({ content }: JsonObject): [string, JsonObject][] =>
  Object.entries(isObject(content) ? content : {}).filter((entry): entry is [string, JsonObject] =>
    isObject(entry[1]),
  );
