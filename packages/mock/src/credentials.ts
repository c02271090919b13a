import { type SignedRequest, verifySignature } from "./verify-signature.js";

/** Credentials that the mock accepts. */
export interface Credentials {
  /** Value of `X-Auth-Token`. */
  token: string;
  accessKey: string;
  secretKey: string;
}

/** The default credentials. They aren't secret, because they protect nothing. */
export const defaultCredentials: Credentials = {
  token: "mock-token",
  accessKey: "MOCKACCESSKEY",
  secretKey: "mock-secret-key",
};

/** Why a request is refused. */
export interface Denial {
  status: 401 | 403;
  reason: string;
}

/**
 * Checks the token if there is one, and otherwise the signature.
 *
 * @param projectId Project in the path. For a signed request, `X-Project-Id` must be the same.
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
      reason: "X-Project-Id is missing or differs from the project in the path.",
    };
  return undefined;
}
