// Reads the body of a recorded response. Depending on the recording tool, the body is stored as plain text, as Base64,
// in compressed form, as an attached file, or not at all.
import { CodingError, decodeBody } from "./decode-body.js";

/** The properties of a recorded response that describe the body. Playwright uses `_file` for attached bodies. */
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

/** A body, or the reason why the body could not be read. If no body was recorded, both properties are undefined. */
export interface HarBody {
  body?: Uint8Array;
  unreadable?: string;
}

/** Reasons why an attached body was not read. */
export const unreadable = {
  outside: { unreadable: "the attached file is outside the folder or archive" },
  missing: { unreadable: "the attached file does not exist" },
  tooLarge: { unreadable: "the attached file is larger than 10 MB" },
  damaged: { unreadable: "the attached file is damaged or encrypted" },
} as const satisfies Record<string, HarBody>;

/**
 * Reads a recorded body.
 *
 * @param headers Header values, keyed by lowercase header name.
 * @param readAttached Reads an attached file.
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
  if (typeof text !== "string") return { unreadable: "the body text is not a string" };
  const named = typeof encoding === "string" ? encoding.toLowerCase() : "";
  if (named !== "" && named !== "base64") return { unreadable: "unknown encoding in the HAR" };
  const read = undoCoding(bytesOf(text, named === "base64"), codings);
  return isPart(read.body, content.size) ? { unreadable: "recorded only partially" } : read;
}

/** Whether a body is truncated, which means that it is shorter than its recorded size and not valid JSON. */
function isPart(body: Uint8Array | undefined, size: unknown): boolean {
  if (body === undefined || !(typeof size === "number" && size > body.length)) return false;
  try {
    JSON.parse(Buffer.from(body).toString());
    return false;
  } catch {
    return true;
  }
}

/** Size of an empty chunked body, which consists of `0` and two line breaks. */
const emptyChunked = 5;

/**
 * Whether the response body was actually empty rather than missing from the recording. All recorded sizes must indicate
 * an empty body. In Firefox, `bodySize` includes the headers.
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
 * Whether a recorded 200 response is actually a 304 response with a cached body. For a 304 response with a cached body,
 * Playwright records the status 200 and the headers of the 304 response.
 */
export const isFromCache = (
  { content, bodySize }: HarResponse,
  headers: Readonly<Record<string, string>>,
): boolean => bodySize === 0 && Number(content?.size) > 0 && headers["content-type"] === undefined;

const base64 = /^[0-9A-Za-z+/_-]+={0,2}$/;

/**
 * Decodes recorded text. Some Firefox versions mark plain text as Base64 (bug 1762313), and BrowserMob Proxy does not
 * mark Base64 text (issue 67), so this function examines the text itself.
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

/** Decodes the content codings unless the recording tool has already done so. */
function undoCoding(bytes: Uint8Array, codings: string | undefined): HarBody {
  if (codings === undefined || codings.trim() === "" || looksDecoded(bytes)) return { body: bytes };
  try {
    return { body: decodeBody(bytes, codings) };
  } catch (cause) {
    if (cause instanceof CodingError) return { unreadable: cause.message };
    throw cause;
  }
}

/** Whether a byte sequence starts with printable text, as JSON and HTML do. */
function looksDecoded(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString("utf8")
    .replace(/^\ufeff?\s*/, "");
  // eslint-disable-next-line no-control-regex -- control characters in compressed data
  return /^[{["<\w-]/.test(start) && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(start);
}
