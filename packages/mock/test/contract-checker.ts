import { createRequire } from "node:module";

import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

interface Response {
  $ref?: string;
  content: Record<string, { schema: object; examples: Record<string, unknown> }>;
}

const contract = createRequire(import.meta.url)("@vpcep/openapi/openapi.json") as {
  paths: Record<string, { get: { responses: Record<string, Response> } }>;
  components: { responses: Record<string, Response> };
};
const [item] = Object.values(contract.paths);

/** The documented responses by status, `default` included, references followed. */
export const responses: ReadonlyMap<string, Response> = new Map(
  Object.entries(item?.get.responses ?? {}).map(([status, response]) => [
    status,
    contract.components.responses[response.$ref?.split("/").at(-1) ?? ""] ?? response,
  ]),
);

const ajv = new Ajv2020({ strict: false, validateSchema: false });
formats.default(ajv);
// Inside of the contract a reference starts at its root, so every schema gets the components along.
const validators = new Map(
  [...responses].flatMap(([status, { content }]) =>
    Object.entries(content).map(([type, { schema }]) => [
      `${status} ${type}`,
      ajv.compile({ ...schema, components: contract.components }),
    ]),
  ),
);

/** What is wrong with an answer by the contract; undefined when nothing is. */
export function wrongWith(
  answer: { status: number; headers: Headers; body: unknown },
  method = "GET",
): string | undefined {
  const { status, headers, body } = answer;
  if (status !== 200 && (status < 400 || status > 599)) return `status ${status}`;
  if (!/^[0-9a-f]{32}$/.test(headers.get("x-request-id") ?? "")) return "no request id";
  const type = headers.get("content-type") ?? "none";
  const key = responses.has(String(status)) ? String(status) : "default";
  const validate = validators.get(`${key} ${type}`);
  if (validate === undefined) return `content type ${type} for ${status}`;
  if (method === "HEAD") return body === "" ? undefined : "a body for HEAD";
  return validate(body) ? undefined : `${status}: ${ajv.errorsText(validate.errors)}`;
}
