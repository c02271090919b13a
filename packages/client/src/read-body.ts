/** Keeps nothing between two bodies, since each is decoded whole. */
const utf8 = new TextDecoder();

/**
 * Reads a body as text, at most `maxBytes` of it. The rest is cut off unread, and an ellipsis takes its place: that is
 * visible in errors, and no JSON text can end like this.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks, size);
    chunks.push(value);
    size += value.length;
    if (size > maxBytes) {
      reader.cancel().catch(() => undefined);
      return `${decode(chunks, maxBytes)}…`;
    }
  }
}

/** The first `size` bytes as text. Whole, not piece by piece: a decoder that carries on is much slower. */
function decode(chunks: readonly Uint8Array[], size: number): string {
  const [first] = chunks;
  if (first && first.length >= size) return utf8.decode(first.subarray(0, size));
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk.subarray(0, size - at), at);
    at += chunk.length;
  }
  return utf8.decode(whole);
}
