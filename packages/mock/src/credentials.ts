import { type SignedRequest, verifySignature } from "./verify-signature.js";

/** Credentials that the mock accepts. */
export interface Credentials {
  /** `X-Auth-Token` value. */
  token: string;
  accessKey: string;
  secretKey: string;
}

/** The default credentials, which don't need to be secret because they protect nothing. */
export const defaultCredentials: Credentials = {
  token: "mock-token",
  accessKey: "MOCKACCESSKEY",
  secretKey: "mock-secret-key",
};

/** The reason for a rejection, and the response status. */
export interface Denial {
  status: 401 | 403;
  reason: string;
}

/**
 * Checks the token if there is one; otherwise, checks the signature.
 *
 * @param projectId Project ID in the path, which the `X-Project-Id` header of a signed request must match.
 */
export function checkCredentials(
  request: SignedRequest,
  projectId: string,
  accepted: Credentials,
  nowMs: number,
): Denial | undefined {
  const token = request.headers["x-auth-token"];
  if (token !== undefined) {
    if (token === accepted.token) return undefined;
    return { status: 401, reason: "The token in X-Auth-Token is not valid." };
  }
  if (request.headers.authorization === undefined)
    return {
      status: 401,
      reason: "The request has neither X-Auth-Token nor an Authorization header.",
    };
  const wrong = verifySignature(
    request,
    (accessKey) => (accessKey === accepted.accessKey ? accepted.secretKey : undefined),
    nowMs,
  );
  if (wrong !== undefined) return { status: 401, reason: wrong };
  if (request.headers["x-project-id"] !== projectId)
    return {
      status: 403,
      reason: "X-Project-Id is missing or differs from the project ID in the path.",
    };
  return undefined;
}
