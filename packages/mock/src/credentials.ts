/** What a caller must know to be let in. */
export interface Credentials {
  /** The token that `X-Auth-Token` must carry. */
  token: string;
  accessKey: string;
  secretKey: string;
}

/** What the mock accepts unless it is told otherwise. Public on purpose: nothing is behind it. */
export const defaultCredentials: Credentials = {
  token: "mock-token",
  accessKey: "MOCKACCESSKEY",
  secretKey: "mock-secret-key",
};
