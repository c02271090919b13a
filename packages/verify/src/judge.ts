import { isObject } from "@vpcep/contract-reader";
import { type Drift, validate, type Violation } from "@vpcep/client/validate";

import { createSchemaCheck, driftIn } from "./check-schema.js";
import type { Contract, DocumentedResponse } from "./contract.js";
import {
  type ObservedResponse,
  type Finding,
  type Checked,
  type Rule,
  showValue,
} from "./finding.js";
import { judgeHeaders, mediaTypeOf } from "./judge-headers.js";
import { repeatedKeys } from "./repeated-keys.js";

/** The findings for a response, and whether the status, the headers, and the body were checked. */
export interface Judgement {
  findings: Finding[];
  checked: Checked;
}

/** Checks one response. */
export type Judge = (response: ObservedResponse) => Judgement;

const byteOrderMark = Buffer.from("\ufeff");

const one = (rule: Rule, pointer: string, message: string): Finding[] => [
  { rule, pointer, message },
];

/** Creates a function that checks responses against a contract. */
export function createJudge(contract: Contract): Judge {
  const check = createSchemaCheck(contract.document);

  function judgeBySchema(
    value: unknown,
    status: number,
    documented: DocumentedResponse,
  ): Finding[] {
    const alternatives = (documented.content.get("application/json") ?? []).map((schema) => {
      const { value: rest, drifts } = driftIn(contract.document, schema, value);
      return { drifts, violations: check(schema, rest) };
    });
    alternatives.sort((a, b) => a.violations.length - b.violations.length);
    const [best] = alternatives;
    if (best === undefined) return [];
    const isFailure = status >= 400;
    return [
      ...best.violations.map(toFinding),
      // Error codes are checked by `judgeErrorCode`, because the documented codes depend on the status.
      ...best.drifts.filter(({ kind }) => !isFailure || kind !== "value").map(driftToFinding),
      ...(isFailure && isObject(value)
        ? judgeErrorCode(value["error_code"], status, documented, contract)
        : []),
    ];
  }

  function judgeBody(
    response: ObservedResponse,
    status: number,
    documented: DocumentedResponse,
  ): Finding[] {
    const { headers, body = new Uint8Array(), requestedId } = response;
    const type = headers === undefined ? undefined : mediaTypeOf(headers);
    // If the media type is wrong, only the header check reports a finding, and the body is not checked.
    if (type !== undefined && !/^application\/(.+\+)?json$/.test(type)) return [];
    if (body.length === 0) return one("empty-body", "/body", "is empty; expected a JSON body");
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    } catch {
      return one("not-utf8", "/body", "is not valid UTF-8");
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return one("not-json", "/body", `is not valid JSON: ${showValue(text)}`);
    }
    return [
      // `TextDecoder` removes the byte order mark, which RFC 8259 does not allow and many parsers reject.
      ...(Buffer.from(body.subarray(0, 3)).equals(byteOrderMark)
        ? one("byte-order-mark", "/body", "begins with a byte order mark")
        : []),
      ...repeatedKeys(text).map((pointer): Finding => ({
        rule: "repeated-key",
        pointer: `/body${pointer}`,
        message: "occurs more than once; the last value is used",
      })),
      ...(status === 200 && (response.operation ?? contract.details).isDetails
        ? judgeService(value, requestedId)
        : judgeBySchema(value, status, documented)),
    ];
  }

  return (response) => {
    const { status, headers, body } = response;
    const checked = {
      status: status !== undefined,
      headers: headers !== undefined,
      body: body !== undefined,
    };
    if (status === undefined) return { findings: [], checked };
    if (status >= 300 && status < 400)
      return {
        checked,
        findings: one(
          "redirect",
          "/status",
          `${status} is a redirect, which the contract does not document`,
        ),
      };
    const operation = response.operation ?? contract.details;
    const documented = operation.responses.get(status);
    if (documented === undefined && status < 400)
      return {
        checked,
        findings: one(
          "undocumented-success",
          "/status",
          `${status} is not a documented success; expected 200`,
        ),
      };
    const said = documented ?? operation.fallback;
    return {
      checked,
      findings: [
        ...(documented === undefined
          ? one("undocumented-status", "/status", `${status} is not documented for this operation`)
          : []),
        ...(headers === undefined ? [] : judgeHeaders(headers, said, check)),
        ...(body === undefined ? [] : judgeBody(response, status, said)),
      ],
    };
  };
}

/** Checks the body of a 200 response with the client's validator. */
function judgeService(value: unknown, requestedId: string | undefined): Finding[] {
  const drifts: Finding[] = [];
  const violations = validate(value, (drift) => drifts.push(driftToFinding(drift)));
  const findings = [...violations.map(toFinding), ...drifts];
  const id = isObject(value) ? value["id"] : undefined;
  if (requestedId !== undefined && typeof id === "string" && !sameId(id, requestedId))
    findings.push(...one("other-id", "/body/id", "differs from the requested ID"));
  return findings;
}

/** Compares IDs without regard to case, because UUIDs are not case-sensitive. */
const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const toFinding = ({ pointer, message }: Violation): Finding => ({
  rule: message === "is missing" ? "missing-field" : "wrong-value",
  pointer: `/body${pointer}`,
  message,
});

function driftToFinding(drift: Drift): Finding {
  const pointer = `/body${drift.pointer}`;
  const shown = showValue(drift.value);
  switch (drift.kind) {
    case "field":
      return {
        rule: "undocumented-field",
        pointer,
        message: `is an undocumented field with the value ${shown}`,
      };
    case "value":
      return {
        rule: "undocumented-value",
        pointer,
        message: `has the undocumented value ${shown}`,
      };
    case "null":
      return { rule: "null-field", pointer, message: "is null instead of absent" };
    case "expectation":
      return {
        rule: "unmet-expectation",
        pointer,
        message: drift.message ?? "does not meet an expectation",
      };
  }
}

/** Checks an error code without regard to case, because error codes are not case-sensitive according to the contract. */
function judgeErrorCode(
  code: unknown,
  status: number,
  documented: DocumentedResponse,
  contract: Contract,
): Finding[] {
  if (typeof code !== "string") return [];
  const same = (other: string): boolean => other.toLowerCase() === code.toLowerCase();
  if (!contract.errorCodes.some(same))
    return one(
      "undocumented-error-code",
      "/body/error_code",
      `${showValue(code)} is not a documented error code for this operation`,
    );
  if (documented.errorCodes?.some(same) === false)
    return one(
      "undocumented-error-code",
      "/body/error_code",
      `${showValue(code)} is not documented for status ${status}; expected ${documented.errorCodes.join(", ")}`,
    );
  return [];
}
