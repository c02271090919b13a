import type { ServiceFailure, VpcEndpointService } from "@vpcep/types";

import {
  check,
  checkFunction,
  checkNames,
  checkNumber,
  checkSignal,
  quote,
} from "./check-arguments.js";
import { oneLine } from "./clean-text.js";
import { ServiceFailedError, TimeoutError } from "./errors.js";
import { isVpcepError } from "./is-vpcep-error.js";
import type { CallOptions } from "./options.js";
import { type Limit, withinTime } from "./time-limit.js";
import type { VpcepClient, WaitOptions } from "./vpcep-client.js";

type Get = (
  serviceId: string,
  options: CallOptions & { readonly cache?: "no-store" },
) => Promise<VpcEndpointService>;

export const waitDefaults = { timeoutMs: 300_000, intervalMs: 5_000 };

const optionsOfWait = {
  until: true,
  timeoutMs: true,
  intervalMs: true,
  onPoll: true,
  signal: true,
  projectId: true,
  headers: true,
} satisfies Record<keyof WaitOptions, true>;

/** Creates the method that polls until the endpoint service is available or deleted. */
export const waiter = (
  get: Get,
  sleep: (ms: number, signal: AbortSignal) => Promise<void>,
): VpcepClient["waitForVpcEndpointService"] => {
  const wait = async (
    serviceId: string,
    options: WaitOptions,
  ): Promise<VpcEndpointService | undefined> => {
    checkNames(options, optionsOfWait, "this call");
    const { until, projectId, headers } = options;
    check(
      ["available", "deleted"].includes(until),
      "until",
      'must be "available" or "deleted"',
      until,
      quote,
    );
    const limitMs = checkNumber(options, "timeoutMs", "duration", waitDefaults.timeoutMs);
    const intervalMs = checkNumber(options, "intervalMs", "pause", waitDefaults.intervalMs);
    const onPoll = checkFunction(options, "onPoll", undefined);
    /** The error from the last poll, if that error was temporary. */
    let cause: unknown;

    const poll = async ({ signal }: Limit): Promise<VpcEndpointService | undefined> => {
      for (;;) {
        let pauseMs = intervalMs;
        const seen = await get(serviceId, { signal, projectId, headers, ...fresh() }).catch(
          (error: unknown) => {
            if (signal.aborted) throw error;
            if (until === "deleted" && isGone(error)) return undefined;
            if (!isVpcepError(error) || !error.retryable) throw error;
            cause = error;
            if (isVpcepError(error, "ApiError"))
              pauseMs = Math.max(pauseMs, error.retryAfterMs ?? 0);
            return "passing" as const;
          },
        );
        if (seen === undefined) return undefined;
        if (seen !== "passing") {
          cause = undefined;
          await onPoll?.(seen);
          if (seen.status === until) return seen;
          if (seen.status === "failed" && until === "available") throw failed(serviceId, seen);
        }
        await sleep(pauseMs, signal);
      }
    };
    const late = () =>
      new TimeoutError(`${oneLine(serviceId, 64)} was not ${until} within ${limitMs} ms`, {
        timeoutMs: limitMs,
        cause,
      });
    return withinTime(poll, limitMs, late, checkSignal(options.signal));
  };
  return wait as VpcepClient["waitForVpcEndpointService"];
};

/** Bypasses caches, because a cached status could be outdated. Older workerd versions reject the `cache` option. */
const fresh = (): { readonly cache?: "no-store" } =>
  typeof Request === "function" && "cache" in Request.prototype ? { cache: "no-store" } : {};

/**
 * Checks whether an error means that the endpoint service was deleted. A 404 without one of the service's error codes
 * comes from a gateway or a proxy, and means that the path is wrong.
 */
const isGone = (error: unknown): boolean =>
  isVpcepError(error, "NotFoundError") && /^endpoint\./i.test(error.errorCode ?? "");

function failed(serviceId: string, service: VpcEndpointService): ServiceFailedError {
  // The body can be invalid, because validation is optional.
  const failures = [service.error ?? []].flat() as (ServiceFailure | null)[];
  const reasons = failures.map((failure) =>
    [failure?.error_code, failure?.error_message].filter(Boolean).join(" "),
  );
  return new ServiceFailedError(
    `${oneLine(serviceId, 64)} could not be created: ${oneLine(reasons.join(", ")) || "no reason given"}`,
    { service, failures: failures.filter((failure) => failure !== null) },
  );
}
