// Cuts the entries out of a HAR without ever holding the whole file. A general streaming parser builds a token for
// every value; here only braces are counted, and JSON.parse does the rest, one entry at a time.

const quote = 0x22;
const backslash = 0x5c;
const openers = new Set([0x7b, 0x5b]);
const closers = new Set([0x7d, 0x5d]);
/** Depth of the items of `log.entries`: root, log, entries, item. */
const itemDepth = 4;
/** No recorded call of this operation comes near; a larger entry is a sign of a file that is no HAR. */
const largestEntry = 64 * 1024 * 1024;

/** A recording that cannot be read. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
}

/**
 * Yields the text of each item of `log.entries`.
 *
 * @throws RecordingError when the text ends inside of an entry or has no `log.entries`.
 */
export async function* splitEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inEntries = false;
  let found = false;
  // The text of the latest key or string directly inside of `log`.
  let key: number[] = [];
  let parts: Buffer[] = [];
  let held = 0;

  for await (const chunk of chunks) {
    let from = parts.length > 0 ? 0 : -1;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        if (inString && depth === 2 && key.length < 16) key.push(byte);
      } else if (byte === quote) {
        inString = true;
        if (depth === 2) key = [];
      } else if (openers.has(byte)) {
        depth++;
        if (depth === 3 && byte === 0x5b && String.fromCharCode(...key) === "entries") {
          inEntries = true;
          found = true;
        } else if (depth === itemDepth && inEntries) from = index;
      } else if (closers.has(byte)) {
        depth--;
        if (depth === itemDepth - 1 && inEntries) {
          yield Buffer.concat([...parts, chunk.subarray(from, index + 1)]);
          parts = [];
          held = 0;
          from = -1;
        } else if (depth === 2) inEntries = false;
      }
    }
    if (from >= 0) {
      // A copy: a small rest must not keep the whole chunk alive.
      parts.push(Buffer.from(chunk.subarray(from)));
      held += chunk.length - from;
      if (held > largestEntry) throw new RecordingError("One entry is larger than 64 MB.");
    }
  }
  if (depth !== 0 || inString) throw new RecordingError("The file ends in the middle.");
  if (!found)
    throw new RecordingError(
      "The file has no log.entries, so it is no HAR. To judge JSON bodies, give their folder.",
    );
}
