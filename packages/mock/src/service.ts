// Creates valid and consistent endpoint services.
import type { VpcEndpointService } from "@vpcep/types";

import type { Examples } from "./examples.gen.js";

/** Fields to set. `undefined` omits an optional field. */
export type ServiceFields = {
  readonly [Field in keyof VpcEndpointService]?: VpcEndpointService[Field] | undefined;
};

/** The examples used to create services. */
export type ServiceExamples = Pick<
  Examples,
  "vpc-endpoint-service-printed" | "vpc-endpoint-service-vip" | "vpc-endpoint-service-failed"
>;

/** Creates a deep copy. Does not use structuredClone, which is missing in Jest's jsdom environment. */
export const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Returns the fields that other fields imply: `vip_port_id` implies the server type `VIP`, and `error` implies the status `failed`. */
function implied(fields: ServiceFields): ServiceFields {
  return {
    ...(fields.vip_port_id !== undefined && { server_type: "VIP" }),
    ...(fields.error !== undefined && fields.error.length > 0 && { status: "failed" }),
  };
}

/**
 * Creates an endpoint service that matches the schema and meets the expectations in the contract.
 *
 * @param fields Fields that differ from the example in the documentation. Fields that depend on other fields are set
 *   automatically, unless `fields` contains them.
 */
export function buildService(
  examples: ServiceExamples,
  fields: ServiceFields = {},
): VpcEndpointService {
  const base = copyOf(examples["vpc-endpoint-service-printed"]);
  const service: VpcEndpointService = { ...base, ...implied(fields), ...fields } as typeof base;

  const dependent: Partial<VpcEndpointService> = {};
  if (service.server_type === "VIP")
    Object.assign(dependent, pick(examples["vpc-endpoint-service-vip"], "vip_port_id"));
  if (service.status === "failed")
    Object.assign(dependent, pick(examples["vpc-endpoint-service-failed"], "error"));
  if (!("updated_at" in fields)) {
    // A service that is being created has no `updated_at`. In all other services, `updated_at` is not before
    // `created_at`.
    if (service.status === "creating") delete service.updated_at;
    else if (fields.created_at !== undefined) service.updated_at = fields.created_at;
  }
  const complete = { ...copyOf(dependent), ...service };
  for (const key of Object.keys(complete) as (keyof VpcEndpointService)[])
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the object is a local copy
    if (complete[key] === undefined) delete complete[key];
  return copyOf(complete);
}

const pick = (
  service: VpcEndpointService,
  key: keyof VpcEndpointService,
): Partial<VpcEndpointService> => (service[key] === undefined ? {} : { [key]: service[key] });
