import type { VpcepError } from "./errors/vpcep-error.js";
import type { RequestInfo } from "./request-info.js";

/** What the client tells `onEvent` while it works. No event holds a token, a key, a signature or a body. */
export type ClientEvent = RequestInfo &
  (
    | {
        /** A request is about to be sent. */
        readonly type: "request";
      }
    | {
        /** An answer has arrived and its body has been read. */
        readonly type: "response";
        readonly status: number;
        readonly requestId: string | undefined;
      }
    | {
        /** An attempt failed; the next one follows after `delayMs` milliseconds. */
        readonly type: "retry";
        readonly delayMs: number;
        readonly error: VpcepError;
      }
  );
