import type { Check } from "./compile-schemas.js";
import type { DocumentedResponse } from "./contract.js";
import type { Finding } from "./finding.js";
import type { JsonSchema } from "./json-schema.js";
import { pointerTo } from "./pointer.js";
import { showValue } from "./show-value.js";

/** The media type of an answer, without parameters and in lower case. */
export function mediaTypeOf(headers: Readonly<Record<string, string>>): string | undefined {
  return headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
}

/**
 * Judges the headers of an answer whose status is known.
 *
 * A missing request ID is drift: the contract documents the header without requiring it, and the rules of the cloud
 * for its own descriptions want it on every response. Pages of proxies are spared, they are not the service's.
 */
export function judgeHeaders(
  headers: Readonly<Record<string, string>>,
  documented: DocumentedResponse,
  check: (schema: JsonSchema) => Check,
): Finding[] {
  const findings: Finding[] = [];
  const type = mediaTypeOf(headers);
  const allowed = Object.keys(documented.content);
  if (type === undefined || type === "")
    findings.push({
      rule: "missing-content-type",
      pointer: "/headers/content-type",
      message: `missing; the contract says ${allowed.join(" or ")}`,
    });
  else if (!allowed.includes(type))
    findings.push({
      rule: "wrong-content-type",
      pointer: "/headers/content-type",
      message: `${showValue(type)}, where the contract says ${allowed.join(" or ")}`,
    });
  const charset = /charset="?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
  if (type === "application/json" && charset !== undefined && charset.toLowerCase() !== "utf-8")
    findings.push({
      rule: "wrong-charset",
      pointer: "/headers/content-type",
      message: `${showValue(charset)}; JSON is UTF-8`,
    });

  const id = headers["x-request-id"]?.trim() ?? "";
  if (id === "" && type !== "text/html")
    findings.push({
      rule: "missing-request-id",
      pointer: "/headers/x-request-id",
      message: "missing or empty; every answer names its request",
    });
  else if (id !== "" && !/^[0-9a-f]{32}$/i.test(id))
    findings.push({
      rule: "unusual-request-id",
      pointer: "/headers/x-request-id",
      message: `${showValue(id)} is not 32 hexadecimal digits`,
    });
  for (const [name, schema] of Object.entries(documented.headers)) {
    const value = headers[name];
    if (value === undefined) continue;
    const wrong = check(schema)(value, pointerTo("/headers", name));
    findings.push(...wrong.map((finding) => ({ ...finding, rule: "wrong-header" as const })));
  }
  return findings;
}
