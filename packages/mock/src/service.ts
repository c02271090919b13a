// Puts endpoint services together that are valid and consistent: what depends on a field follows it.
import type { VpcEndpointService } from "@vpcep/types";

import type { Examples } from "./examples.gen.js";

/** Fields to set; `undefined` leaves an optional field out. */
export type ServiceFields = {
  readonly [Field in keyof VpcEndpointService]?: VpcEndpointService[Field] | undefined;
};

/** The examples that services are made from. */
export type ServiceExamples = Pick<
  Examples,
  "vpc-endpoint-service-printed" | "vpc-endpoint-service-vip" | "vpc-endpoint-service-failed"
>;

/** A copy that shares nothing with the original. Not structuredClone, which Jest's jsdom environment lacks. */
export const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** What else a field says about its service: only virtual IP addresses have one, only failures have a reason. */
function implied(fields: ServiceFields): ServiceFields {
  return {
    ...(fields.vip_port_id !== undefined && { server_type: "VIP" }),
    ...(fields.error !== undefined && fields.error.length > 0 && { status: "failed" }),
  };
}

/**
 * A new endpoint service that keeps the contract, its expectations between fields included.
 *
 * @param examples What it is made from.
 * @param fields What is different. The fields that depend on them follow, unless they are given as well.
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
    // A service that is being created has not changed since, and none changes before it exists.
    if (service.status === "creating") delete service.updated_at;
    else if (fields.created_at !== undefined) service.updated_at = fields.created_at;
  }
  const complete = { ...copyOf(dependent), ...service };
  for (const key of Object.keys(complete) as (keyof VpcEndpointService)[])
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the object was made three lines above
    if (complete[key] === undefined) delete complete[key];
  return copyOf(complete);
}

const pick = (
  service: VpcEndpointService,
  key: keyof VpcEndpointService,
): Partial<VpcEndpointService> => (service[key] === undefined ? {} : { [key]: service[key] });
