/** Options of one call. */
export interface CallOptions {
  /** Cancels the call, its waits included; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Time for the call with all its attempts, in milliseconds. Default: the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** The project in which to look. Default: the client's `projectId`. */
  readonly projectId?: string | undefined;
}
