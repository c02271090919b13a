// The body of a recorded response. Producers differ: text as it is, Base64, still gzipped, in a file beside the HAR,
// or not at all.
import { CodingError, decodeBody } from "./decode-body.js";

/** `response` of a HAR entry, as far as it describes the body. `_file` is Playwright's, for bodies that it attaches. */
export interface HarResponse {
  content?: null | {
    text?: unknown;
    encoding?: unknown;
    size?: unknown;
    mimeType?: unknown;
    _file?: unknown;
  };
  bodySize?: unknown;
  headersSize?: unknown;
}

/** A body, or why there is none. Both undefined: it was not recorded. */
export interface HarBody {
  body?: Uint8Array;
  unreadable?: string;
}

/** Why an attached body was not read. */
export const unreadable = {
  outside: { unreadable: "its file is outside of the recording's folder" },
  missing: { unreadable: "its file is not in the recording's folder" },
  tooLarge: { unreadable: "its file is larger than 10 MB" },
  damaged: { unreadable: "its file is damaged or encrypted" },
} as const satisfies Record<string, HarBody>;

/**
 * Reads a recorded body.
 *
 * @param headers Names in lower case. Most producers have undone `Content-Encoding` already, some have not.
 * @param readAttached Reads a body from a file beside the HAR.
 */
export async function readHarBody(
  response: HarResponse,
  headers: Readonly<Record<string, string>>,
  readAttached: (name: string) => Promise<HarBody>,
): Promise<HarBody> {
  const content = response.content ?? {};
  const codings = headers["content-encoding"];
  if (typeof content._file === "string" && content._file !== "") {
    const attached = await readAttached(content._file);
    return attached.body === undefined ? attached : undoCoding(attached.body, codings);
  }
  const { text, encoding } = content;
  if (text === undefined || text === null || text === "")
    return text !== null && wasEmpty(response, headers["content-length"])
      ? { body: new Uint8Array() }
      : {};
  if (typeof text !== "string") return { unreadable: "its text is no text" };
  const named = typeof encoding === "string" ? encoding.toLowerCase() : "";
  if (named !== "" && named !== "base64") return { unreadable: "its encoding is not known here" };
  const read = undoCoding(bytesOf(text, named === "base64"), codings);
  return isPart(read.body, content.size) ? { unreadable: "only a part of it was recorded" } : read;
}

/** Whether a recorder stopped at its limit: the body is shorter than the recorded size, and therefore not JSON. */
function isPart(body: Uint8Array | undefined, size: unknown): boolean {
  if (body === undefined || !(typeof size === "number" && size > body.length)) return false;
  try {
    JSON.parse(Buffer.from(body).toString());
    return false;
  } catch {
    return true;
  }
}

/** Bytes of a chunked body without any content: `0`, and two line ends. */
const emptyChunked = 5;

/**
 * Whether there was no body, as opposed to one that was not recorded: every known size says so. Firefox's `bodySize`
 * includes the headers.
 */
function wasEmpty(
  { content, bodySize = 0, headersSize }: HarResponse,
  contentLength: string | undefined,
): boolean {
  return (
    content?.size === 0 &&
    Number(contentLength ?? 0) === 0 &&
    (Number(bodySize) <= emptyChunked || bodySize === headersSize)
  );
}

/**
 * Whether the body comes from the browser's cache although the status is 200: Playwright records a 304 like this, with
 * the headers of the 304.
 */
export const isFromCache = (
  { content, bodySize }: HarResponse,
  headers: Readonly<Record<string, string>>,
): boolean => bodySize === 0 && Number(content?.size) > 0 && headers["content-type"] === undefined;

const base64 = /^[0-9A-Za-z+/_-]+={0,2}$/;

/**
 * The bytes of a recorded text. Firefox has called plain text Base64 (bug 1762313), and BrowserMob Proxy Base64 plain
 * text (issue 67): the text itself tells.
 */
function bytesOf(text: string, saidBase64: boolean): Uint8Array {
  const plain = Buffer.from(text);
  const compact = text.replace(/\s+/g, "");
  if (!base64.test(compact)) return plain;
  const decoded = Buffer.from(compact, "base64");
  if (saidBase64) return decoded;
  return compact.length >= 16 && startsAsJson(decoded) && !startsAsJson(plain) ? decoded : plain;
}

const startsAsJson = (bytes: Buffer): boolean =>
  /^\ufeff?\s*[{[]/.test(bytes.toString("utf8", 0, 64));

/** Undoes the content codings if they are still there: what is JSON already has been decoded. */
function undoCoding(bytes: Uint8Array, codings: string | undefined): HarBody {
  if (codings === undefined || codings.trim() === "" || looksDecoded(bytes)) return { body: bytes };
  try {
    return { body: decodeBody(bytes, codings) };
  } catch (cause) {
    if (cause instanceof CodingError) return { unreadable: cause.message };
    throw cause;
  }
}

/** Whether bytes begin as JSON or markup do: after white space or a byte order mark, with printable text. */
function looksDecoded(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString("utf8")
    .replace(/^\ufeff?\s*/, "");
  // eslint-disable-next-line no-control-regex -- what a coded body begins with
  return /^[{["<\w-]/.test(start) && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(start);
}
