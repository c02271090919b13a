import type { VpcEndpointService } from "@vpcep/types";

/** Options of `waitForVpcEndpointService`. */
export interface WaitOptions<Until extends "available" | "deleted" = "available" | "deleted"> {
  /** What to wait for: that the status is `available`, or that the answer is 404. */
  readonly until: Until;
  /** Time for the wait as a whole, in milliseconds. Default 300 000; the service needs one to two minutes. */
  readonly timeoutMs?: number | undefined;
  /** Pause between two polls, in milliseconds. Default 5 000. */
  readonly intervalMs?: number | undefined;
  /** Told the endpoint service after every poll that found it. What it throws ends the wait. */
  readonly onPoll?: ((service: VpcEndpointService) => void) | undefined;
  /** Cancels the wait; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The project in which to look. Default: the client's `projectId`. */
  readonly projectId?: string | undefined;
}
