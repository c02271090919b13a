import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

import type { RecordedItem } from "./recorded-answer.js";
import { RecordingError, splitEntries } from "./split-entries.js";

interface HarEntry {
  request?: { method?: string; url?: string; headers?: HarHeader[] };
  response?: {
    status?: number;
    headers?: HarHeader[];
    content?: { text?: string; encoding?: string; size?: number };
  };
}

interface HarHeader {
  name: string;
  value: string;
}

/** Request headers whose values let somebody in. */
const secretHeaders = new Set(["x-auth-token", "authorization", "x-security-token", "cookie"]);
const address = /\/v1\/[^/?#]+\/vpc-endpoint-services\/([^/?#]+)(?:[?#]|$)/;

/**
 * Reads the answers of the operation from a HAR, one at a time. Memory does not grow with the file.
 *
 * @throws RecordingError when the file is no HAR.
 */
export async function* readHar(file: string): AsyncGenerator<RecordedItem> {
  const { size } = await stat(file);
  let read = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
      read += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
  let number = 0;
  for await (const text of splitEntries(chunks())) {
    number++;
    let entry: HarEntry;
    try {
      entry = JSON.parse(text.toString("utf8")) as HarEntry;
    } catch (cause) {
      throw new RecordingError(`Entry ${number} is no JSON.`, { cause });
    }
    yield { ...toAnswer(entry, number), progress: size === 0 ? 1 : read / size };
  }
}

type WithoutProgress<T> = T extends unknown ? Omit<T, "progress"> : never;

function toAnswer(entry: HarEntry, number: number): WithoutProgress<RecordedItem> {
  const { request, response } = entry;
  const [, encodedId] = address.exec(request?.url ?? "") ?? [];
  if (encodedId === undefined || request?.method?.toUpperCase() !== "GET")
    return { skipped: "other call" };
  const { status = 0, content } = response ?? {};
  // Browsers record a call that never got an answer with the status 0.
  if (status === 0) return { skipped: "no answer" };
  const headers = response?.headers ?? [];
  const body = content?.text;
  return {
    where: `entry ${number}`,
    secrets: (request.headers ?? [])
      .filter(({ name }) => secretHeaders.has(name.toLowerCase()))
      .map(({ value }) => value),
    answer: {
      status,
      requestedId: decode(encodedId),
      // Some tools record no headers at all; then nothing can be said about them.
      ...(headers.length === 0
        ? {}
        : {
            headers: Object.fromEntries(
              headers.map(({ name, value }) => [name.toLowerCase(), value]),
            ),
          }),
      // Bodies are optional in a HAR: without text only a size of zero tells that there was none.
      ...(body === undefined && content?.size !== 0
        ? {}
        : { body: Buffer.from(body ?? "", content?.encoding === "base64" ? "base64" : "utf8") }),
    },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
