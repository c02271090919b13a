import { type SignedRequest, verifySignature } from "./verify-signature.js";

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

/** Why a caller is not let in. */
export interface Denial {
  status: 401 | 403;
  reason: string;
}

/**
 * Checks both ways to authenticate: the token when there is one, otherwise the signature.
 *
 * @param projectId Project of the path; a signature must name the same one in `X-Project-Id`.
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
      reason: "Neither X-Auth-Token nor a signed Authorization header was sent.",
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
      reason: "X-Project-Id is missing or names another project than the path.",
    };
  return undefined;
}
