// Verifies SDK-HMAC-SHA256 signatures in two formats. The IAM documentation specifies the format `Access=…`. This
// cloud's Go SDK sends `Credential=…/<date>/<region>/<service>/sdk_request` and signs with a derived key.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The request data that a signature covers. */
export interface SignedRequest {
  method: string;
  /** The path and the query, exactly as the client sent them. */
  target: string;
  headers: IncomingHttpHeaders;
}

/** Maximum difference between `X-Sdk-Date` and the current time: 15 minutes. */
export const signatureWindowMs = 15 * 60_000;

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

/** Percent-encodes everything except letters, digits, and `-_.~`. */
function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const [path = "/", query = ""] = request.target.split("?", 2);
  const uri = path
    .split("/")
    .map((segment) => escape(decode(segment)))
    .join("/");
  const parameters = [...new URLSearchParams(query)]
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .sort();
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name];
    return `${name}:${String(value ?? "").trim()}\n`;
  });
  return [
    request.method,
    uri.endsWith("/") ? uri : `${uri}/`,
    parameters.join("&"),
    headers.join(""),
    signedHeaders.join(";"),
    // Without the header, this is the hash of an empty body, because the operation has no request body.
    request.headers["x-sdk-content-sha256"] ?? hash(""),
  ].join("\n");
}

function readTime(stamp: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(
    `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`,
  );
}

/**
 * Checks the `Authorization` header of a signed request.
 *
 * @param secretOf Returns the secret key for an access key, or undefined if the access key is unknown.
 * @param nowMs Current time, in milliseconds since 1970.
 * @returns Undefined if the signature is valid; otherwise, the reason why it is invalid. For security, the reason does not contain any keys.
 */
export function verifySignature(
  request: SignedRequest,
  secretOf: (accessKey: string) => string | undefined,
  nowMs: number,
): string | undefined {
  const [, scheme, list = ""] = /^(\S+)\s+(.*)$/.exec(request.headers.authorization ?? "") ?? [];
  if (scheme !== "SDK-HMAC-SHA256")
    return "The Authorization header does not use the SDK-HMAC-SHA256 scheme.";
  const fields = new Map(
    list.split(",").map((field) => {
      const [name = "", ...value] = field.trim().split("=");
      return [name, value.join("=")];
    }),
  );
  const [accessKey = "", ...scope] = (fields.get("Access") ?? fields.get("Credential") ?? "").split(
    "/",
  );
  const signedHeaders = (fields.get("SignedHeaders") ?? "")
    .split(";")
    .filter((name) => name !== "");
  const signature = fields.get("Signature") ?? "";
  if (accessKey === "" || signature === "")
    return "The Authorization header lacks Access or Signature.";

  const stamp = String(request.headers["x-sdk-date"] ?? "");
  const signedAt = readTime(stamp);
  if (Number.isNaN(signedAt))
    return "X-Sdk-Date is missing or does not have the format YYYYMMDD'T'HHMMSS'Z'.";
  if (Math.abs(nowMs - signedAt) > signatureWindowMs)
    return "X-Sdk-Date differs from the server time by more than 15 minutes.";
  for (const name of ["host", "x-sdk-date"])
    if (!signedHeaders.includes(name)) return `SignedHeaders does not include ${name}.`;

  const secret = secretOf(accessKey);
  if (secret === undefined) return "The access key is unknown.";
  const hashed = hash(canonicalRequest(request, signedHeaders));
  const key = scope.reduce<string | Buffer>(hmac, scope.length === 0 ? secret : `SDK${secret}`);
  const toSign = [scheme, stamp, ...(scope.length === 0 ? [] : [scope.join("/")]), hashed].join(
    "\n",
  );
  const expected = hmac(key, toSign);
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? undefined
    : "The signature does not match the request.";
}
