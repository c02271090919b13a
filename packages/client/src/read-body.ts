/** Reads a body as text, at most `maxBytes` of it: then the rest is cut off unread, and `cut` says so. */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<[text: string, cut: boolean]> {
  const reader = response.body?.getReader();
  if (!reader) return [await response.text(), false];
  const decoder = new TextDecoder();
  let text = "";
  for (let left = maxBytes; ;) {
    const { done, value } = await reader.read();
    if (done) return [text + decoder.decode(), false];
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
    if (left < 0) {
      reader.cancel().catch(() => undefined);
      return [text, true];
    }
  }
}
