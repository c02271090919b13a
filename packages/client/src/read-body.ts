import type { FetchResponse } from "./options.js";

/** A response body, which is truncated if it exceeds the size limit. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The decoded text. Truncated text ends with an ellipsis. */
  readonly text: string;
  /** Whether the body exceeded the limit and was truncated. */
  readonly cut: boolean;
}

const utf8 = new TextDecoder();

/** Reads at most `maxBytes` bytes of a body. */
export async function readBody(response: FetchResponse, maxBytes: number): Promise<Body> {
  const { body } = response as { readonly body?: ReadableStream<Uint8Array> | null };
  if (typeof body?.getReader !== "function") {
    // React Native and node-fetch have no web streams, so the body is truncated after it has been read.
    const bytes = new TextEncoder().encode(await response.text());
    return whole([bytes], bytes.length, maxBytes);
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return whole(chunks, size, maxBytes);
    chunks.push(value);
    size += value.length;
    if (size > maxBytes) {
      reader.cancel().catch(() => undefined);
      return whole(chunks, size, maxBytes);
    }
  }
}

/** Joins all chunks before decoding, because decoding each chunk separately is much slower. */
function whole(chunks: readonly Uint8Array[], size: number, maxBytes: number): Body {
  const cut = size > maxBytes;
  const bytes = new Uint8Array(Math.min(size, maxBytes));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at);
    at += chunk.length;
    if (at >= bytes.length) break;
  }
  const text = utf8.decode(bytes);
  return { bytes, text: cut ? `${text}…` : text, cut };
}

/** Statuses without a body. */
const withoutBody = [101, 103, 204, 205, 304];

/**
 * Creates a `Response` with a readable copy of the body, for middleware and openapi-fetch. Unlike the `Response`
 * constructor, this function accepts a URL and any status, including 0, the status of an opaque redirect.
 */
export function toResponse(
  answer: FetchResponse,
  { bytes, text }: Body,
  asText: boolean,
): Response {
  const { status, headers } = answer;
  const { statusText = "", url = "" } = answer as Partial<Response>;
  const copied: [name: string, value: string][] = [];
  headers.forEach((value, name) => copied.push([name, value]));
  const buildable = status >= 200 && status <= 599;
  const response = new Response(
    withoutBody.includes(status) || bytes.length === 0 ? null : asText ? text : bytes,
    { status: buildable ? status : 200, statusText, headers: copied },
  );
  const shown = buildable ? { url } : { url, status, ok: false };
  for (const [key, value] of Object.entries(shown))
    Object.defineProperty(response, key, { value, configurable: true });
  return response;
}
