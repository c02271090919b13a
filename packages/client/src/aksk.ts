import { check } from "./check-arguments.js";
import type { Credentials } from "./options.js";

export type { Credentials, RequestToAuthorize } from "./options.js";

/** Options for `aksk`. */
export interface AkSkOptions {
  /** The access key (AK), which you create under My Credentials in the console. */
  readonly accessKey: string;
  /** The secret key (SK). The client signs requests with the secret key, but never sends it. */
  readonly secretKey: string;
  /** The security token. Required only if the access keys are temporary. */
  readonly securityToken?: string | undefined;
  /** Returns the current time in milliseconds since 1970, for `X-Sdk-Date`. Default: `Date.now`. For tests. */
  readonly now?: (() => number) | undefined;
}

const algorithm = "SDK-HMAC-SHA256";
/** SHA-256 hash of an empty body. */
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Percent-encodes everything except letters, digits, and `-._~`. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const encodePart = (part: string): string => encode(decodeURIComponent(part));

/** Returns the encoded query parameters, sorted by name and then by value. */
function canonicalQuery(query: URLSearchParams): string {
  const pairs: string[] = [];
  query.forEach((value, name) => pairs.push(`${encode(name)}=${encode(value)}`));
  return pairs.sort().join("&");
}

/**
 * Signs requests with access keys (`SDK-HMAC-SHA256`). Pass the result to `createClient` as `credentials`. Requires
 * WebCrypto, which browsers provide only in secure contexts. The IAM documentation of Open Telekom Cloud defines the
 * header names and the date format.
 *
 * @throws InvalidArgumentError if a key is missing or contains invalid characters.
 */
export function aksk({
  accessKey,
  secretKey,
  securityToken,
  now = Date.now,
}: AkSkOptions): Credentials {
  const usable = (text: unknown): boolean => typeof text === "string" && /^[!-+\--~]+$/.test(text);
  check(usable(accessKey), "accessKey", "must be ASCII without spaces or commas", accessKey);
  check(
    typeof secretKey === "string" && secretKey !== "",
    "secretKey",
    "must be a non-empty string",
    secretKey,
  );
  check(
    securityToken === undefined || usable(securityToken),
    "securityToken",
    "must be ASCII without spaces or commas",
    securityToken,
  );
  let key: Promise<CryptoKey> | undefined;

  return async ({ method, url, projectId }) => {
    key ??= crypto.subtle.importKey(
      "raw",
      bytes(secretKey),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const { host, pathname, searchParams } = new URL(url);
    const date = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, "");
    // The signing algorithm requires header names in alphabetical order.
    const signed = [
      ["Host", host],
      ["X-Project-Id", projectId],
      ["X-Sdk-Date", date],
      ...(securityToken === undefined ? [] : [["X-Security-Token", securityToken]]),
    ] as [string, string][];
    const names = signed.map(([name]) => name.toLowerCase()).join(";");
    const canonicalRequest = [
      method,
      `${pathname.split("/").map(encodePart).join("/")}/`,
      canonicalQuery(searchParams),
      ...signed.map(([name, value]) => `${name.toLowerCase()}:${value}`),
      "",
      names,
      emptyHash,
    ].join("\n");
    const hash = hex(await crypto.subtle.digest("SHA-256", bytes(canonicalRequest)));
    const signature = await crypto.subtle.sign(
      "HMAC",
      await key,
      bytes(`${algorithm}\n${date}\n${hash}`),
    );
    return {
      // The Host header is signed but not returned, because `fetch` sets this header itself.
      ...Object.fromEntries(signed.slice(1)),
      Authorization: `${algorithm} Access=${accessKey}, SignedHeaders=${names}, Signature=${hex(signature)}`,
    };
  };
}
