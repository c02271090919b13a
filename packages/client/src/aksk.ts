import type { Credentials } from "./credentials.js";
// By way of the main entry, which stays a file of its own when this one is bundled: the class is there only once.
import { InvalidArgumentError } from "./index.js";

export type { Credentials, RequestToAuthorize } from "./credentials.js";

/** Options of `aksk`. */
export interface AkSkOptions {
  /** The access key (AK), from My Credentials in the console. */
  readonly accessKey: string;
  /** Its secret key (SK). It signs and is never sent. */
  readonly secretKey: string;
  /** The token that belongs to temporary keys; absent for permanent ones. */
  readonly securityToken?: string | undefined;
  /** The time in milliseconds since 1970, for `X-Sdk-Date`. Default: `Date.now`. For tests. */
  readonly now?: (() => number) | undefined;
}

const algorithm = "SDK-HMAC-SHA256";
/** SHA-256 of no bytes: the request has no body. */
const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A part of the path, decoded and encoded anew: signing leaves only letters, digits and `-._~` as they are. */
const encodePart = (part: string): string =>
  encodeURIComponent(decodeURIComponent(part)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Signs requests with access keys instead of a token (`SDK-HMAC-SHA256`); give it to `createClient` as `credentials`.
 * Uses WebCrypto, which browsers offer on secure pages only. The header names and the form of the date are those of
 * the cloud's IAM documentation.
 *
 * @throws InvalidArgumentError when a key is missing or cannot be part of a header.
 */
export function aksk({
  accessKey,
  secretKey,
  securityToken,
  now = Date.now,
}: AkSkOptions): Credentials {
  if (!/^[!-+\--~]+$/.test(accessKey))
    throw new InvalidArgumentError("accessKey must be ASCII without spaces and commas");
  if (!secretKey) throw new InvalidArgumentError("secretKey must be given");
  let key: Promise<CryptoKey> | undefined;

  return async ({ method, url, projectId }) => {
    key ??= crypto.subtle.importKey(
      "raw",
      bytes(secretKey),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const { host, pathname } = new URL(url);
    const date = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, "");
    // In alphabetical order, as the signature wants them.
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
      "",
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
      // Host is signed, but only fetch may set it.
      ...Object.fromEntries(signed.slice(1)),
      Authorization: `${algorithm} Access=${accessKey}, SignedHeaders=${names}, Signature=${hex(signature)}`,
    };
  };
}
