import type { DocumentedResponse } from "./contract.js";
import { type Finding, showValue } from "./finding.js";
import type { SchemaCheck } from "./check-schema.js";

/** Returns the media type of a response in lowercase, without parameters. */
export function mediaTypeOf(headers: Readonly<Record<string, string>>): string | undefined {
  return headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
}

/** Checks the headers of a response. */
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
        message: `is missing; expected ${allowed.join(" or ")}`,
      },
    ];
  if (!allowed.includes(type))
    return [
      {
        rule: "wrong-content-type",
        pointer,
        message: `is ${showValue(type)}; expected ${allowed.join(" or ")}`,
      },
    ];
  const charset = /charset="?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
  // "utf8" is a valid label for UTF-8 (WHATWG Encoding Standard).
  if (type !== "application/json" || charset === undefined || /^utf-?8$/i.test(charset)) return [];
  return [
    {
      rule: "other-charset",
      pointer,
      message: `has the charset ${showValue(charset)}; JSON is UTF-8`,
    },
  ];
}

/**
 * Expects a request ID in every response, because the cloud's rules for API descriptions require one. An HTML page
 * needs no request ID, because it can come from a proxy that doesn't add one.
 */
function judgeRequestId(headers: Readonly<Record<string, string>>): Finding[] {
  const pointer = "/headers/x-request-id";
  const id = headers["x-request-id"]?.trim() ?? "";
  if (id === "")
    return mediaTypeOf(headers) === "text/html"
      ? []
      : [{ rule: "missing-request-id", pointer, message: "is missing or empty" }];
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
