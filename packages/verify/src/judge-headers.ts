import type { DocumentedResponse } from "./contract.js";
import { type Finding, showValue } from "./finding.js";
import type { SchemaCheck } from "./check-schema.js";

/** The media type of an answer, without parameters and in lower case. */
export function mediaTypeOf(headers: Readonly<Record<string, string>>): string | undefined {
  return headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
}

/** Judges the headers of an answer whose status is known. */
export function judgeHeaders(
  headers: Readonly<Record<string, string>>,
  documented: DocumentedResponse,
  check: SchemaCheck,
): Finding[] {
  return [
    ...judgeContentType(headers, [...documented.content.keys()]),
    ...judgeRequestId(headers),
    ...[...documented.headers].flatMap(([name, schema]) => {
      const value = headers[name];
      if (value === undefined || name === "x-request-id") return [];
      return check(schema, value).map(({ message }): Finding => ({
        rule: "wrong-header",
        pointer: `/headers/${name}`,
        message: `${showValue(value)} ${message}`,
      }));
    }),
  ];
}

function judgeContentType(
  headers: Readonly<Record<string, string>>,
  allowed: readonly string[],
): Finding[] {
  const pointer = "/headers/content-type";
  const type = mediaTypeOf(headers);
  if (type === undefined || type === "")
    return [
      {
        rule: "missing-content-type",
        pointer,
        message: `missing; the contract says ${allowed.join(" or ")}`,
      },
    ];
  if (!allowed.includes(type))
    return [
      {
        rule: "wrong-content-type",
        pointer,
        message: `${showValue(type)}, where the contract says ${allowed.join(" or ")}`,
      },
    ];
  const charset = /charset="?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
  // "utf8" is another name of UTF-8 (WHATWG Encoding, names and labels).
  if (type !== "application/json" || charset === undefined || /^utf-?8$/i.test(charset)) return [];
  return [{ rule: "other-charset", pointer, message: `${showValue(charset)}; JSON is UTF-8` }];
}

/**
 * The request ID is expected although no schema demands it: the cloud's rules for its own API descriptions want it on
 * every response. Pages of proxies are spared, they are not the service's.
 */
function judgeRequestId(headers: Readonly<Record<string, string>>): Finding[] {
  const pointer = "/headers/x-request-id";
  const id = headers["x-request-id"]?.trim() ?? "";
  if (id === "")
    return mediaTypeOf(headers) === "text/html"
      ? []
      : [{ rule: "missing-request-id", pointer, message: "missing or empty" }];
  return /^[0-9a-f]{32}$/i.test(id)
    ? []
    : [
        {
          rule: "unusual-request-id",
          pointer,
          message: `${showValue(id)} is not 32 hexadecimal digits`,
        },
      ];
}
