import type { ServiceFailure, VpcEndpointService } from "@vpcep/types";

import type { Sleep } from "./call.js";
import type { CallOptions } from "./call-options.js";
import { check } from "./check.js";
import { ServiceFailedError } from "./errors/service-failed-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { isVpcepError } from "./is-vpcep-error.js";
import type { VpcepClient } from "./vpcep-client.js";
import { withTimeout } from "./with-timeout.js";

/** Polls an operation until the endpoint service is what the caller waits for. */
export const waiter = (
  get: (serviceId: string, options: CallOptions) => Promise<VpcEndpointService>,
  sleep: Sleep,
) =>
  (async (serviceId, options) => {
    const { until, timeoutMs = 300_000, intervalMs = 5_000, onPoll, projectId } = options;
    check(["available", "deleted"].includes(until), "until", 'must be "available" or "deleted"');
    const poll = async (signal: AbortSignal): Promise<VpcEndpointService | undefined> => {
      for (;;) {
        let service;
        try {
          service = await get(serviceId, { signal, projectId });
        } catch (error) {
          // The gateway's 404 says that the path is wrong, not that the endpoint service is gone.
          if (
            until === "deleted" &&
            isVpcepError(error, "NotFoundError") &&
            !/^apigw/i.test(error.errorCode ?? "")
          )
            return undefined;
          throw error;
        }
        onPoll?.(service);
        if (service.status === until) return service;
        if (service.status === "failed" && until === "available") {
          // One flat list, also of a body that nobody validated.
          const failures = [service.error ?? []].flat() as (ServiceFailure | null)[];
          const reasons = failures.map((failure) =>
            [failure?.error_code, failure?.error_message].filter(Boolean).join(" "),
          );
          throw new ServiceFailedError(
            `${serviceId} could not be created: ${reasons.join(", ") || "no reason given"}`,
            { service, failures },
          );
        }
        await sleep(intervalMs, signal);
      }
    };
    const late = () =>
      new TimeoutError(`${serviceId} was not ${until} within ${timeoutMs} ms`, { retryable: true });
    return withTimeout(poll, timeoutMs, late, options.signal);
  }) as VpcepClient["waitForVpcEndpointService"];
