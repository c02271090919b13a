import type { components } from "./schema.gen.js";

/** One VPC endpoint service, the body of a 200 answer. */
export type VpcEndpointService = components["schemas"]["VpcEndpointService"];
