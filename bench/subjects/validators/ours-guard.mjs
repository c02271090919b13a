import { isVpcEndpointService } from "@vpcep/client/validate";

/** Stops at the first violation. */
export const isValid = isVpcEndpointService;
