import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { PassThrough, type Transform } from "node:stream";
import { createGunzip, createInflate } from "node:zlib";

import type { Contract } from "./contract.js";
import { type HarContent, readHarBody } from "./har-body.js";
import type { RecordedAnswer, RecordedItem, SkippedItem } from "./recorded-item.js";
import { redact } from "./redact.js";
import { curlFor } from "./report.js";
import { RecordingError, splitEntries } from "./split-entries.js";

interface HarEntry {
  request?: { method?: unknown; url?: unknown; headers?: unknown };
  response?: { status?: unknown; headers?: unknown; content?: HarContent; bodySize?: unknown };
}

/** Request headers whose values let somebody in. */
const secretHeaders = new Set([
  "x-auth-token",
  "authorization",
  "proxy-authorization",
  "x-security-token",
  "cookie",
]);
/**
 * Reads the answers of documented operations from a HAR, compressed or not, one at a time. Memory does not grow with the file.
 *
 * @param attached Is filled with the names of the files that the entries attach.
 * @throws RecordingError when the file is no HAR.
 */
export async function* readHar(
  file: string,
  contract: Contract,
  attached = new Set<string>(),
): AsyncGenerator<RecordedItem> {
  const { size } = await stat(file);
  const folder = dirname(file);
  let read = 0;
  let number = 0;
  for await (const text of splitEntries(chunksOf(file, (bytes) => (read += bytes)))) {
    number++;
    let entry: HarEntry;
    try {
      entry = JSON.parse(text.toString("utf8")) as HarEntry;
    } catch (cause) {
      throw new RecordingError(`Entry ${number} is no JSON.`, { cause });
    }
    const name = entry.response?.content?._file;
    if (typeof name === "string") attached.add(name);
    const progress = size === 0 ? 1 : Math.min(1, read / size);
    yield { ...(await toItem(entry, number, folder, contract)), progress };
  }
}

/** The text of a file in UTF-8, unzipped when it is gzipped, whatever its name is. */
async function* chunksOf(file: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const start = await firstBytes(file);
  if (start.subarray(0, 2).toString("latin1") === "PK")
    throw new RecordingError("The file is a ZIP archive. Unpack it and give its folder.");
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  raw.on("data", (chunk) => {
    onRead(chunk.length);
  });
  const source = raw.pipe(decompressorFor(start));
  raw.on("error", (cause) => source.destroy(cause));
  const wide = start[0] === 0xff && start[1] === 0xfe;
  const decoder = new TextDecoder("utf-16le");
  try {
    for await (const chunk of source)
      yield wide
        ? Buffer.from(decoder.decode(chunk as Buffer, { stream: true }))
        : (chunk as Buffer);
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith("Z_"))
      throw new RecordingError("The compressed file is damaged or ends in the middle.", { cause });
    throw cause;
  }
}

/** What undoes the compression of a file: gzip, zlib (the `.zhar` of mitmproxy), or none. */
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

async function toItem(
  { request, response }: HarEntry,
  number: number,
  folder: string,
  contract: Contract,
): Promise<RecordedAnswer | SkippedItem> {
  const url = typeof request?.url === "string" ? request.url : "";
  const found = String(request?.method).toUpperCase() === "GET" ? contract.find(url) : undefined;
  if (found === undefined) return { skipped: "otherCalls" };
  if (found === "sibling") return { skipped: "siblings" };
  const status = Number(response?.status ?? 0);
  // Browsers record a call that never got an answer with the status 0.
  if (!(status >= 100 && status <= 599)) return { skipped: "noAnswer" };

  const headers = headersOf(response?.headers);
  const { body, unreadable } = await readHarBody(
    response?.content ?? {},
    headers ?? {},
    response?.bodySize,
    folder,
  );
  // A 304 repeats what the cache has. Browsers record that body with it; without one there is nothing to judge.
  const cached = status === 304;
  if (cached && (body === undefined || body.length === 0)) return { skipped: "notModified" };
  const requestHeaders = pairsOf(request?.headers);
  const secrets = requestHeaders
    .filter(([name]) => secretHeaders.has(name))
    .flatMap(([, value]) => [value, ...value.split(/[\s,;=]+/)]);
  return {
    where: cached ? `entry ${number} (304, body of the cache)` : `entry ${number}`,
    secrets,
    reproduce: curlFor("GET", redact(url, secrets), {
      authorized: requestHeaders.some(([name]) => secretHeaders.has(name)),
    }),
    ...(unreadable !== undefined && { unreadable }),
    answer: {
      status: cached ? 200 : status,
      ...found,
      // The headers of a 304 are not those of the body.
      ...(headers !== undefined && !cached && { headers }),
      ...(body !== undefined && { body }),
    },
  };
}

/** Header names in lower case, with values as text. */
const pairsOf = (list: unknown): [string, string][] =>
  (Array.isArray(list) ? (list as unknown[]) : []).flatMap((header): [string, string][] => {
    const { name, value } = (header ?? {}) as { name?: unknown; value?: unknown };
    return typeof name === "string"
      ? [[name.toLowerCase(), typeof value === "string" ? value : ""]]
      : [];
  });

/** Undefined when none was recorded: some tools record none, and then nothing can be said about them. */
function headersOf(list: unknown): Record<string, string> | undefined {
  const pairs = pairsOf(list).filter(([name]) => !name.startsWith(":"));
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
