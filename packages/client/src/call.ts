import type { VpcEndpointService } from "@vpcep/types";

import type { RequestInfo } from "./request-info.js";
import type { Answer } from "./vpcep-client.js";

/** The request under way; its counters move while it is sent again. */
export type Call = { -readonly [Key in keyof RequestInfo]: RequestInfo[Key] } & {
  /** While waiting to send again: what went wrong last. */
  cause?: unknown;
};

/** Sends a request and reads its answer. Decorators wrap one in another. */
export type Send = (signal: AbortSignal) => Promise<Answer<VpcEndpointService>>;

/** Waits; ends early, without an error, when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;
