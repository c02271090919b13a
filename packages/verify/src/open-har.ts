// Opens HAR files, which can be plain, compressed, or in a ZIP archive, and reads their attached bodies.
import { createReadStream } from "node:fs";
import { open, readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { PassThrough, type Readable, type Transform } from "node:stream";
import { createGunzip, createInflate } from "node:zlib";

import { largestBody } from "./decode-body.js";
import { type HarBody, unreadable } from "./har-body.js";
import { openZip } from "./open-zip.js";
import { RecordingError } from "./split-entries.js";

/** An opened HAR file, which can be part of an archive. */
export interface OpenHar {
  /** Path in the archive; undefined if the HAR file is not in an archive. */
  name: string | undefined;
  /** The decompressed text in UTF-8. */
  text: AsyncIterable<Buffer>;
  /** Returns the fraction of the file that has been read, from 0 to 1. */
  progress(): number;
  /** Reads an attached body. Never reads outside the folder or archive that contains the HAR file. */
  readAttached: (name: string) => Promise<HarBody>;
}

/** Maximum decompressed size: 1 GB. A file that decompresses to more than 1 GB is probably an attack. */
export const largestDecompressed = 1024 ** 3;
const tooLarge = "The compressed file expands to more than 1 GB. Decompress it first.";

/**
 * Opens a HAR file, or each HAR file in a ZIP archive.
 *
 * @param unread Receives the names of files in the archive that were not read.
 * @throws RecordingError if the archive contains no HAR file or cannot be read.
 */
export async function* openHars(file: string, unread: string[]): AsyncGenerator<OpenHar> {
  const start = await firstBytes(file);
  if (!isZip(start)) {
    const { size } = await stat(file);
    const stream = createReadStream(file, { highWaterMark: 1 << 18 });
    yield {
      name: undefined,
      text: textOf(stream, decompressorFor(start)),
      progress: () => (size === 0 ? 1 : stream.bytesRead / size),
      readAttached: (name) => readFromFolder(name, dirname(file)),
    };
    return;
  }
  const zip = await openZip(file);
  try {
    if (zip.hars.length === 0) throw new RecordingError("The ZIP archive contains no .har file.");
    for (const { name, size } of zip.hars) {
      if (size > largestDecompressed) throw new RecordingError(tooLarge);
      const stream = await zip.open(name);
      let bytes = 0;
      stream.on("data", (chunk: Buffer) => (bytes += chunk.length));
      yield {
        name,
        text: textOf(stream, new PassThrough()),
        progress: () => (size === 0 ? 1 : bytes / size),
        readAttached: (attached) => zip.readAttached(attached, name),
      };
    }
    unread.push(...zip.unread());
  } finally {
    zip.close();
  }
}

/** Whether a file is a ZIP archive that contains a HAR file. */
export async function isZipWithHar(file: string): Promise<boolean> {
  if (!isZip(await firstBytes(file))) return false;
  const zip = await openZip(file).catch(() => undefined);
  zip?.close();
  return zip !== undefined && zip.hars.length > 0;
}

const isZip = (start: Buffer): boolean => start.toString("latin1").startsWith("PK");

async function* textOf(stream: Readable, decompressor: Transform): AsyncGenerator<Buffer> {
  stream.on("error", (cause) => decompressor.destroy(cause));
  let size = 0;
  let utf16: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of stream.pipe(decompressor) as AsyncIterable<Buffer>) {
      // Files written by PowerShell are in UTF-16.
      if (size === 0 && chunk[0] === 0xff && chunk[1] === 0xfe) utf16 = new TextDecoder("utf-16le");
      size += chunk.length;
      if (size > largestDecompressed && !(decompressor instanceof PassThrough))
        throw new RecordingError(tooLarge);
      yield utf16 === undefined ? chunk : Buffer.from(utf16.decode(chunk, { stream: true }));
    }
  } catch (cause) {
    if (cause instanceof RecordingError) throw cause;
    const { code } = cause as { code?: string };
    // zlib error codes start with `Z_`, and yauzl errors have no code.
    if (code === undefined || code.startsWith("Z_"))
      throw new RecordingError("The compressed file is damaged or incomplete.", { cause });
    throw cause;
  }
}

/**
 * Creates a stream that decompresses gzip and zlib data (mitmproxy's `.zhar`) and passes other data through unchanged.
 */
function decompressorFor([first = 0, second = 0]: Buffer): Transform {
  if (first === 0x1f && second === 0x8b) return createGunzip();
  if (first === 0x78 && (first * 256 + second) % 31 === 0) return createInflate();
  return new PassThrough();
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readFromFolder(name: string, folder: string): Promise<HarBody> {
  if (isAbsolute(name) || /^[a-z]:/i.test(name)) return unreadable.outside;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, name));
    const inside = relative(root, path);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      return unreadable.outside;
    if ((await stat(path)).size > largestBody) return unreadable.tooLarge;
    return { body: await readFile(path) };
  } catch {
    // For a path outside the folder, the report must not reveal whether the file exists.
    return name.split(/[\\/]/).includes("..") ? unreadable.outside : unreadable.missing;
  }
}
