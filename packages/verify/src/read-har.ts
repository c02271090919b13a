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

/** Request headers that contain credentials. */
const secretHeaders = new Set([
  "x-auth-token",
  "authorization",
  "proxy-authorization",
  "x-security-token",
  "cookie",
]);

/**
 * Reads the responses of documented operations from a HAR file, one at a time.
 *
 * @param file A HAR file, which can be compressed, or a ZIP archive with HAR files.
 * @param attached Receives the names of attached files.
 * @throws RecordingError if the file is not a valid HAR file.
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
        throw new RecordingError(`Entry ${number} is not valid JSON.`, { cause });
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
  // Browsers record status 0 if there was no response.
  if (!(status >= 100 && status <= 599)) return { skipped: "noResponse" };

  const headers = headersOf(response?.headers);
  const { body, unreadable } = await readHarBody(response ?? {}, headers ?? {}, readAttached);
  // For a 304, some browsers record the cached body. A 304 without a body is skipped.
  const cached = status === 304 || isFromCache(response ?? {}, headers ?? {});
  if (status === 304 && (body === undefined || body.length === 0))
    return { skipped: "notModified" };
  const requestHeaders = pairsOf(request?.headers);
  const secrets = requestHeaders
    .filter(([name]) => secretHeaders.has(name))
    .flatMap(([, value]) => [value, ...value.split(/[\s,;=]+/)]);
  return {
    where: cached ? `entry ${number} (304, cached body)` : `entry ${number}`,
    secrets,
    reproduce: curlFor("GET", redact(withoutSecrets(url), secrets), {
      // Some tools remove credentials from recordings. If the response was not a 401, the request must have contained
      // credentials.
      authorized: status !== 401 || requestHeaders.some(([name]) => secretHeaders.has(name)),
    }),
    ...(unreadable !== undefined && { unreadable }),
    response: {
      status: cached ? 200 : status,
      ...found,
      // The headers in a 304 response do not describe the cached body.
      ...(headers !== undefined && !cached && { headers }),
      ...(body !== undefined && { body }),
    },
  };
}

/** Returns the URL without the user information and query, which might contain secrets. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return url.split("?", 1)[0] ?? "";
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Returns the lowercase name and the value of each header. */
const pairsOf = (list: unknown): [string, string][] =>
  (Array.isArray(list) ? (list as unknown[]) : []).flatMap((header): [string, string][] => {
    const { name, value } = (header ?? {}) as { name?: unknown; value?: unknown };
    return typeof name === "string"
      ? [[name.toLowerCase(), typeof value === "string" ? value : ""]]
      : [];
  });

/** Returns the headers by name, or undefined if none were recorded. */
function headersOf(list: unknown): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairsOf(list)) {
    // Skips HTTP/2 pseudo-headers.
    if (name.startsWith(":")) continue;
    const earlier = headers[name];
    // Handles repeated headers as Node does: uses the first Content-Type, and joins the values of other headers.
    if (earlier === undefined) headers[name] = value;
    else if (name !== "content-type") headers[name] = `${earlier}, ${value}`;
  }
  return Object.keys(headers).length === 0 ? undefined : headers;
}
