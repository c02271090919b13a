import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";

/** The properties of a HAR entry that tests can set. */
export interface Entry {
  method?: string;
  url?: string;
  /** The token in the request; if empty, the request contains no token. */
  token?: string;
  status?: number;
  headers?: Record<string, string> | undefined;
  /** The response body; undefined if the body was not recorded. */
  text?: string | undefined;
  encoding?: string;
}

export const serviceUrl =
  "https://vpcep.eu-de.otc.t-systems.com/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services/9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201";

/** A valid body. */
export const usualBody = {
  id: "9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
  port_id: "2c7d40e8-61b5-4f39-a0d2-8e5f1b3c9a02",
  service_name: "eu-de.orders.9b0f6c1e-53d7-4a2e-8f64-1d7c0a9be201",
  server_type: "LB",
  vpc_id: "d04a8b7f-9e36-4c15-92f8-0b6e3d5a7c04",
  approval_enabled: true,
  status: "available",
  service_type: "interface",
  created_at: "2026-03-02T09:15:27Z",
  project_id: "6e9dfd51d1124e8d8498dce894923a0d",
  ports: [{ client_port: 443, server_port: 8443, protocol: "TCP" }],
};

const usualHeaders = {
  "Content-Type": "application/json",
  "X-Request-Id": "4e6f1b0c2d8a4f7e9b3c5d6a7e8f9012",
};

const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** Creates an entry in the format that browsers write. */
export function harEntry(entry: Entry): unknown {
  const text = "text" in entry ? entry.text : JSON.stringify(usualBody);
  return {
    startedDateTime: "2026-11-02T10:00:00.000Z",
    time: 41,
    request: {
      method: entry.method ?? "GET",
      url: entry.url ?? serviceUrl,
      headers: list(
        entry.token === "" ? {} : { "X-Auth-Token": entry.token ?? "a-recorded-token" },
      ),
    },
    response: {
      status: entry.status ?? 200,
      headers: "headers" in entry ? list(entry.headers ?? {}) : list(usualHeaders),
      content: {
        size: text?.length ?? -1,
        mimeType: "application/json",
        ...(text === undefined ? {} : { text }),
        ...(entry.encoding === undefined ? {} : { encoding: entry.encoding }),
      },
    },
    timings: { send: 0, wait: 40, receive: 1 },
  };
}

/** Creates a temporary folder, runs a function with it, and removes it. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "vpcep-verify-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes a HAR file entry by entry. */
export async function writeHar(file: string, entries: Iterable<Entry>): Promise<void> {
  const stream = createWriteStream(file);
  // The text before the list of entries contains a string and a key that look like the start of the list.
  stream.write(
    '{"log":{"version":"1.2","creator":{"name":"\\"entries\\":[","entries":[{}]},"entries":[',
  );
  let first = true;
  for (const entry of entries) {
    if (!stream.write(`${first ? "" : ","}\n${JSON.stringify(harEntry(entry))}`))
      await once(stream, "drain");
    first = false;
  }
  stream.end('],"pages":[{"id":"entries"}]}}');
  await finished(stream);
}
