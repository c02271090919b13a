import { type JsonObject, operationsOf, readContract } from "@vpcep/contract-reader";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

interface Response {
  content: Record<string, { schema: JsonObject; examples: Record<string, unknown> }>;
}

const contract = readContract();
const operation = operationsOf(contract).find(
  ({ operationId }) => operationId === "getVpcEndpointService",
);
if (operation === undefined) throw new Error("The contract has no operation.");

/** The documented responses by status, including `default`. */
export const responses = operation.responses as unknown as ReadonlyMap<string, Response>;

const ajv = new Ajv2020({ strict: false, validateSchema: false });
formats.default(ajv);
// The schemas contain references to the contract's components.
const validators = new Map(
  [...responses].flatMap(([status, { content }]) =>
    Object.entries(content).map(([type, { schema }]) => [
      `${status} ${type}`,
      ajv.compile({ ...schema, components: contract["components"] }),
    ]),
  ),
);

/** Describes how a response violates the contract. Returns undefined if the response conforms. */
export function wrongWith(
  response: { status: number; headers: Headers; body: unknown },
  method = "GET",
): string | undefined {
  const { status, headers, body } = response;
  if (status !== 200 && (status < 400 || status > 599)) return `status ${status}`;
  if (!/^[0-9a-f]{32}$/.test(headers.get("x-request-id") ?? "")) return "no request ID";
  const type = headers.get("content-type") ?? "none";
  const key = responses.has(String(status)) ? String(status) : "default";
  const validate = validators.get(`${key} ${type}`);
  if (validate === undefined) return `content type ${type} for ${status}`;
  if (method === "HEAD") return body === "" ? undefined : "a body for HEAD";
  return validate(body) ? undefined : `${status}: ${ajv.errorsText(validate.errors)}`;
}
