import { createRequire } from "node:module";

import type { JsonSchema } from "./json-schema.js";

/** What the contract says about one status. */
export interface DocumentedResponse {
  /** Schemas by media type. An answer may have any of the alternatives of a schema. */
  content: Readonly<Record<string, readonly JsonSchema[]>>;
  headers: Readonly<Record<string, JsonSchema>>;
  /** Documented values of `error_code`; undefined when the contract lists none. */
  errorCodes: readonly string[] | undefined;
}

export interface Contract {
  description: Record<string, unknown>;
  responses: ReadonlyMap<number, DocumentedResponse>;
  /** For any other failure. */
  fallback: DocumentedResponse;
  /** Path template of the operation. */
  path: string;
  /** Follows a `$ref`; returns any other schema as it is. */
  resolve(schema: JsonSchema): JsonSchema;
}

interface RawResponse {
  $ref?: string;
  content?: Record<string, { schema: JsonSchema }>;
  headers?: Record<string, { $ref?: string; schema?: JsonSchema }>;
  "x-error-codes"?: string[];
}

/**
 * Reads the bundled contract.
 *
 * @throws Error with the next step when it has not been built.
 */
export function readContract(): Contract {
  let description: Record<string, unknown>;
  try {
    description = createRequire(import.meta.url)(
      "@vpcep/openapi/openapi.json",
    ) as typeof description;
  } catch (cause) {
    throw new Error("The contract is not built. Run npm run build first.", { cause });
  }
  const at = (pointer: string): unknown =>
    pointer
      .slice(2)
      .split("/")
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], description);
  const follow = <T extends { $ref?: string }>(node: T): T =>
    node.$ref === undefined ? node : (at(node.$ref) as T);

  const paths = Object.entries(
    description["paths"] as Record<string, { get: { responses: Record<string, RawResponse> } }>,
  );
  const [operation] = paths;
  if (operation === undefined) throw new Error("The contract describes no operation.");
  const [path, { get }] = operation;

  const read = (reference: RawResponse): DocumentedResponse => {
    const response = follow(reference);
    return {
      content: Object.fromEntries(
        Object.entries(response.content ?? {}).map(([type, { schema }]) => [
          type,
          // Alternatives of whole objects; the `anyOf` of an open enum sits beside a `type`.
          schema.anyOf !== undefined && schema.type === undefined ? schema.anyOf : [schema],
        ]),
      ),
      headers: Object.fromEntries(
        Object.entries(response.headers ?? {}).map(([name, header]) => [
          name.toLowerCase(),
          follow(header).schema ?? {},
        ]),
      ),
      errorCodes: response["x-error-codes"],
    };
  };
  const responses = new Map<number, DocumentedResponse>();
  for (const [status, response] of Object.entries(get.responses))
    if (status !== "default") responses.set(Number(status), read(response));
  const { default: fallback } = get.responses;
  if (fallback === undefined) throw new Error("The contract has no default response.");
  return { description, responses, fallback: read(fallback), path, resolve: follow };
}
