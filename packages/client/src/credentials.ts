/** The request that needs to be authorized. */
export interface RequestToAuthorize {
  /** HTTP method, in capitals. */
  readonly method: string;
  /** Complete URL, with encoded IDs. */
  readonly url: string;
  /** The project in the path, as the caller gave it. */
  readonly projectId: string;
}

/**
 * Gives the headers that authorize one request; called anew for every attempt. The one for access keys is `aksk` of
 * `@vpcep/client/aksk`. The values of the headers are kept out of errors and events.
 */
export type Credentials = (
  request: RequestToAuthorize,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
