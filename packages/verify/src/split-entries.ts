// Splits a HAR file into its entries without reading the whole file into memory. Counting brackets is faster than using
// a general streaming parser. JSON.parse can then parse the entries one at a time.

const quote = 0x22;
const backslash = 0x5c;
const openers = new Set([0x7b, 0x5b]);
const closers = new Set([0x7d, 0x5d]);
/** Nesting depth of the items in `log.entries`: root, log, entries, item. */
const itemDepth = 4;
/**
 * Maximum size of an entry. Normal entries are much smaller, so a file with an entry that exceeds this limit is not a
 * HAR file.
 */
const largestEntry = 64 * 1024 * 1024;

/** Error for a recording that cannot be read. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
}

/**
 * Yields the text of each item in `log.entries`.
 *
 * @throws RecordingError if the text is incomplete or has no `log.entries`.
 */
export async function* splitEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inEntries = false;
  let found = false;
  // The last key or string found directly in `log`.
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
      // Copies the remaining bytes so that the chunk can be freed.
      parts.push(Buffer.from(chunk.subarray(from)));
      held += chunk.length - from;
      if (held > largestEntry) throw new RecordingError("An entry is larger than 64 MB.");
    }
  }
  if (depth !== 0 || inString) throw new RecordingError("The file is incomplete.");
  if (!found)
    throw new RecordingError(
      "The file is not a HAR: it has no log.entries. To check JSON bodies, use --har with the folder that contains them.",
    );
}
