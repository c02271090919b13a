import * as zlib from "node:zlib";

/** No body of this operation comes near; a coded one that grows beyond it is an attack or a mistake. */
export const largestBody = 10 * 1024 * 1024;

type Decode = (bytes: Uint8Array) => Uint8Array;
const limits = { maxOutputLength: largestBody };

/** What undoes each content coding. `deflate` is zlib by the standard, but some servers send it raw. */
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

/** A body in a coding that cannot be undone. */
export class CodingError extends Error {
  override readonly name = "CodingError";
}

/**
 * Undoes the content codings of a body, the last one first.
 *
 * @param codingList Value of `Content-Encoding`; undefined or empty for none.
 * @throws CodingError when a coding is not known or the bytes are not coded in it.
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
      throw new CodingError(`its coding "${name.slice(0, 20)}" is not known here`);
    try {
      // HEAD and empty answers may name a coding without a byte that has it.
      if (body.length > 0) body = decode(body);
    } catch (cause) {
      throw new CodingError(`its bytes are not ${name}`, { cause });
    }
  }
  return body;
}
