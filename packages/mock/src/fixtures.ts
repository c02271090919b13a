/**
 * Bodies of the contract for tests: no server, no start-up, no dependency at run time. Works in browsers and in Node.
 *
 * @module
 */
import type { ErrorBody, GatewayErrorBody, IamErrorBody, VpcEndpointService } from "@vpcep/types";

import { examples, exampleStatuses, type Examples } from "./examples.gen.js";
import { buildService, copyOf, type ServiceFields } from "./service.js";

export { examples, type Examples };
export type { ServiceFields };

/** Name of an example of the contract. */
export type ExampleName = keyof Examples;

/** An error body of the contract, in any of its forms. */
export type ErrorExample = ErrorBody | GatewayErrorBody | IamErrorBody;

/** Names of the examples whose body describes an error in JSON. */
export type ErrorExampleName = {
  [Name in ExampleName]: Examples[Name] extends ErrorExample ? Name : never;
}[ExampleName];

/**
 * A new endpoint service that keeps the contract. What depends on a field follows it: with `status: "failed"` comes
 * an `error`, with `server_type: "VIP"` a `vip_port_id`. Give a field as `undefined` to leave an optional one out.
 *
 * @param fields What is different from the service that the documentation prints, an available one.
 * @example service({ status: "failed" }).error // [{ error_code: "EndPoint.0001", error_message: "…" }]
 */
export function service(fields: ServiceFields = {}): VpcEndpointService {
  return buildService(examples, fields);
}

/**
 * A new error body: that of a named example, or the first JSON example of a status. A status that the contract does
 * not list has the body of its `default` response.
 *
 * @param from Name of an example, or an HTTP status from 400 to 599.
 * @param fields What is different.
 * @throws RangeError when there is no such example or the status is no failure.
 * @example errorBody(429) // { error_code: "APIGW.0308", error_msg: "…", request_id: "…" }
 */
export function errorBody<Name extends ErrorExampleName>(
  from: Name,
  fields?: Partial<Examples[Name]>,
): Examples[Name];
export function errorBody(from: number, fields?: Record<string, unknown>): ErrorExample;
export function errorBody(from: ErrorExampleName | number, fields: object = {}): unknown {
  const name =
    typeof from === "number" ? firstErrorOf(from) : (from as ErrorExampleName | undefined);
  if (name === undefined || !errorNames().includes(name))
    throw new RangeError(
      `There is no error body for ${JSON.stringify(from)}. Use a status from 400 to 599, or one of ${errorNames().join(", ")}.`,
    );
  return { ...copyOf(examples[name]), ...fields };
}

function firstErrorOf(status: number): ErrorExampleName | undefined {
  if (!(Number.isInteger(status) && status >= 400 && status <= 599)) return undefined;
  const json = exampleStatuses.filter(({ mediaType }) => mediaType === "application/json");
  const found =
    json.find((one) => one.status === status) ?? json.find((one) => one.status === "default");
  return found?.example as ErrorExampleName | undefined;
}

const errorNames = (): string[] => [
  ...new Set(
    exampleStatuses
      .filter(({ status, mediaType }) => status !== 200 && mediaType === "application/json")
      .map(({ example }) => example),
  ),
];
