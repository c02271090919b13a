// Reads HAR files in ZIP archives. For example, a Playwright archive contains `har.har` and a file for each body.
import { posix } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

import { type Entry, openPromise } from "yauzl";

import { largestBody } from "./decode-body.js";
import { type HarBody, unreadable } from "./har-body.js";
import { RecordingError } from "./split-entries.js";

/** An open ZIP archive with HAR files. */
export interface HarZip {
  /** The names and decompressed sizes, in bytes, of the HAR files. */
  hars: { name: string; size: number }[];
  /** @throws RecordingError if the file is encrypted or damaged. */
  open(name: string): Promise<Readable>;
  /** Reads a body that is attached to the HAR file named `har`. */
  readAttached(name: string, har: string): Promise<HarBody>;
  /** Returns the names of files that were not read. */
  unread(): string[];
  close(): void;
}

/** Maximum number of files in an archive, which limits the memory used for the file list. */
const mostFiles = 100_000;

/**
 * Opens an archive. yauzl stops decompressing a file when it reaches the size declared in the archive.
 *
 * @throws RecordingError if the archive is damaged.
 */
export async function openZip(file: string): Promise<HarZip> {
  const damaged = (cause: unknown): never => {
    throw new RecordingError(`Cannot read the ZIP archive: ${(cause as Error).message}.`, {
      cause,
    });
  };
  const zip = await openPromise(file, { autoClose: false }).catch(damaged);
  const entries = new Map<string, Entry>();
  const read = new Set<string>();
  try {
    if (zip.entryCount > mostFiles) throw new Error(`more than ${mostFiles} files`);
    for await (const entry of zip.eachEntry())
      if (!isNoise(entry.fileName)) entries.set(entry.fileName, entry);
  } catch (cause) {
    zip.close();
    return damaged(cause);
  }

  const open = (name: string, entry: Entry): Promise<Readable> => {
    read.add(name);
    return zip.openReadStreamPromise(entry);
  };
  return {
    hars: [...entries]
      .filter(([name]) => /\.har$/i.test(name))
      .map(([name, { uncompressedSize: size }]) => ({ name, size })),
    open: async (name) => {
      const entry = entries.get(name);
      return entry === undefined
        ? damaged(new Error("a file is missing"))
        : open(name, entry).catch(damaged);
    },
    async readAttached(name, har) {
      const path = posix.join(posix.dirname(har), name.replaceAll("\\", "/"));
      if (path.startsWith("../") || posix.isAbsolute(name)) return unreadable.outside;
      const entry = entries.get(path);
      if (entry === undefined) return unreadable.missing;
      if (entry.uncompressedSize > largestBody) return unreadable.tooLarge;
      try {
        return { body: await buffer(await open(path, entry)) };
      } catch {
        return unreadable.damaged;
      }
    },
    unread: () => [...entries.keys()].filter((name) => !read.has(name)),
    close: () => {
      zip.close();
    },
  };
}

/** Whether an entry is a folder or a file added by macOS. */
const isNoise = (name: string): boolean =>
  name.endsWith("/") || name.startsWith("__MACOSX/") || posix.basename(name) === ".DS_Store";
