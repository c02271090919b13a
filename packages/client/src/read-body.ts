/**
 * Reads a body as text, at most `maxBytes` of it. The rest is cut off unread, and an ellipsis takes its place: that is
 * visible in errors, and no JSON text can end like this.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = maxBytes; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
    if (left < 0) {
      reader.cancel().catch(() => undefined);
      return `${text}…`;
    }
  }
}
