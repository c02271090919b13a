import type { ServiceFailure, VpcEndpointService } from "@vpcep/types";

import { nameError } from "./name-error.js";
import { VpcepError } from "./vpcep-error.js";

/** While waiting for `available`, the endpoint service turned `failed`: it could not be created and never will be. */
export class ServiceFailedError extends VpcepError {
  declare readonly name: "ServiceFailedError";
  /** The endpoint service as last seen. */
  declare readonly service: VpcEndpointService;
  /** Why the creation failed, in the words of the service; empty when it gave no reason. */
  declare readonly failures: readonly ServiceFailure[];
  static {
    nameError(this, "ServiceFailedError", "Delete it, mend what it names, and create it anew.");
  }
}
