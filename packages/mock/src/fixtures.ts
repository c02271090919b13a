/**
 * Response bodies for tests that run without a server. This module works in browsers and in Node.
 *
 * @module
 */
import type { ErrorBody, GatewayErrorBody, IamErrorBody, VpcEndpointService } from "@vpcep/types";

import { examples, exampleStatuses, type Examples } from "./examples.gen.js";
import { buildService, copyOf, type ServiceFields } from "./service.js";

export { examples, type Examples };
export type { ServiceFields };

/** Name of an example defined in the contract. */
export type ExampleName = keyof Examples;

/** A JSON error body. */
export type ErrorExample = ErrorBody | GatewayErrorBody | IamErrorBody;

/** Names of the examples with a JSON error body. */
export type ErrorExampleName = {
  [Name in ExampleName]: Examples[Name] extends ErrorExample ? Name : never;
}[ExampleName];

/**
 * Creates a valid endpoint service. Fields that depend on the given fields are added automatically. For example, a
 * failed service has an `error`, and a service with the server type `VIP` has a `vip_port_id`. To omit an optional
 * field, set the field to `undefined`.
 *
 * @param fields Fields to change in the documentation's example of an available service.
 * @example service({ status: "failed" }).error // [{ error_code: "EndPoint.0001", error_message: "…" }]
 */
export function service(fields: ServiceFields = {}): VpcEndpointService {
  return buildService(examples, fields);
}

/**
 * Creates an error body from a named example, or from the first JSON example for a status. The first JSON example of
 * the `default` response applies to undocumented statuses.
 *
 * @param from Name of an example, or an HTTP status from 400 to 599.
 * @param fields Fields that replace the example's fields.
 * @throws RangeError if there is no matching example, or if the status is not an error status.
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
