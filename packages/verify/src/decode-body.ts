import * as zlib from "node:zlib";

/**
 * Maximum body size. Normal bodies are much smaller, so a body that exceeds this limit indicates an error or an attack.
 */
export const largestBody = 10 * 1024 * 1024;

type Decode = (bytes: Uint8Array) => Uint8Array;
const limits = { maxOutputLength: largestBody };

/**
 * Decoders, keyed by content coding. In HTTP, `deflate` means the zlib format, but some servers send raw deflate data.
 */
const codings: Readonly<Record<string, Decode>> = {
  gzip: (bytes) => zlib.gunzipSync(bytes, limits),
  "x-gzip": (bytes) => zlib.gunzipSync(bytes, limits),
  br: (bytes) => zlib.brotliDecompressSync(bytes, limits),
  deflate(bytes) {
    try {
      return zlib.inflateSync(bytes, limits);
    } catch {
      return zlib.inflateRawSync(bytes, limits);
    }
  },
  identity: (bytes) => bytes,
};

/** Error for a body that cannot be decoded. */
export class CodingError extends Error {
  override readonly name = "CodingError";
}

/**
 * Decodes a body, starting with the last content coding.
 *
 * @param codingList The `Content-Encoding` value, if any.
 * @throws CodingError if a coding is unknown or the bytes are invalid.
 */
export function decodeBody(bytes: Uint8Array, codingList: string | undefined): Uint8Array {
  const names = (codingList ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  let body = bytes;
  for (const name of names.reverse()) {
    const decode = Object.hasOwn(codings, name) ? codings[name] : undefined;
    if (decode === undefined)
      throw new CodingError(`unknown content coding "${name.slice(0, 20)}"`);
    try {
      // A response can have a content coding even if the body is empty.
      if (body.length > 0) body = decode(body);
    } catch (cause) {
      throw new CodingError(`invalid ${name} data`, { cause });
    }
  }
  return body;
}
