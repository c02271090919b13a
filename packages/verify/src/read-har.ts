import { posix } from "node:path";

import type { Contract } from "./contract.js";
import { type HarResponse, isFromCache, readHarBody } from "./har-body.js";
import { type OpenHar, openHars } from "./open-har.js";
import type { RecordedAnswer, RecordedItem, SkippedItem } from "./recorded-item.js";
import { redact } from "./redact.js";
import { curlFor } from "./report.js";
import { RecordingError, splitEntries } from "./split-entries.js";

interface HarEntry {
  request?: { method?: unknown; url?: unknown; headers?: unknown };
  response?: HarResponse & { status?: unknown; headers?: unknown };
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
 * Reads the answers of documented operations from a HAR, one at a time. Memory does not grow with the file.
 *
 * @param file A HAR, compressed or not, or a ZIP archive with HAR files.
 * @param attached Filled with the names of the files that the entries attach.
 * @throws RecordingError when the file is not a HAR.
 */
export async function* readHar(
  file: string,
  contract: Contract,
  attached = new Set<string>(),
): AsyncGenerator<RecordedItem> {
  const unread: string[] = [];
  for await (const har of openHars(file, unread)) {
    let number = 0;
    for await (const text of splitEntries(har.text)) {
      number++;
      let entry: HarEntry;
      try {
        entry = JSON.parse(text.toString("utf8")) as HarEntry;
      } catch (cause) {
        throw new RecordingError(`Entry ${number} is no JSON.`, { cause });
      }
      const name = entry.response?.content?._file;
      if (typeof name === "string") attached.add(posix.join(posix.dirname(har.name ?? ""), name));
      const item = await toItem(entry, number, har.readAttached, contract);
      const where =
        "where" in item && har.name !== undefined ? { where: `${har.name}, ${item.where}` } : {};
      yield { ...item, ...where, progress: har.progress() };
    }
  }
  for (const name of unread) if (!attached.has(name)) yield { unread: name, progress: 1 };
}

async function toItem(
  { request, response }: HarEntry,
  number: number,
  readAttached: OpenHar["readAttached"],
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
  const { body, unreadable } = await readHarBody(response ?? {}, headers ?? {}, readAttached);
  // A 304 repeats what the cache has. Browsers record that body with it; without one there is nothing to judge.
  const cached = status === 304 || isFromCache(response ?? {}, headers ?? {});
  if (status === 304 && (body === undefined || body.length === 0))
    return { skipped: "notModified" };
  const requestHeaders = pairsOf(request?.headers);
  const secrets = requestHeaders
    .filter(([name]) => secretHeaders.has(name))
    .flatMap(([, value]) => [value, ...value.split(/[\s,;=]+/)]);
  return {
    where: cached ? `entry ${number} (304, body of the cache)` : `entry ${number}`,
    secrets,
    reproduce: curlFor("GET", redact(withoutSecrets(url), secrets), {
      // Tools that clean recordings remove credentials; without any, most requests would have got a 401.
      authorized: status !== 401 || requestHeaders.some(([name]) => secretHeaders.has(name)),
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

/** An address without user and query: the operation has neither, and both may hold secrets. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return url.split("?", 1)[0] ?? "";
  const { origin, pathname } = new URL(url);
  return origin + pathname;
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
  const headers: Record<string, string> = {};
  for (const [name, value] of pairsOf(list)) {
    // Pseudo-headers of HTTP/2.
    if (name.startsWith(":")) continue;
    const earlier = headers[name];
    // As Node does for live answers: only the first Content-Type counts, other repeated headers form a list.
    if (earlier === undefined) headers[name] = value;
    else if (name !== "content-type") headers[name] = `${earlier}, ${value}`;
  }
  return Object.keys(headers).length === 0 ? undefined : headers;
}
