import { getAt, openEnumOf } from "@vpcep/contract-reader";

import type { Answer } from "./answer.js";
import { compileSchemas } from "./compile-schemas.js";
import type { Contract, DocumentedResponse } from "./contract.js";
import { findDrift, isObject } from "./find-drift.js";
import type { Finding, Rule } from "./finding.js";
import { judgeErrorCode } from "./judge-error-code.js";
import { judgeHeaders, mediaTypeOf } from "./judge-headers.js";
import { judgeService } from "./judge-service.js";
import { showValue } from "./show-value.js";

/** Holds one answer against the contract. */
export type Judge = (answer: Answer) => Finding[];

const one = (rule: Rule, pointer: string, message: string): Finding[] => [
  { rule, pointer, message },
];

/** Prepares the judge for a contract. */
export function createJudge(contract: Contract): Judge {
  const check = compileSchemas(contract);
  const code = getAt(contract.description, "/components/schemas/ErrorBody/properties/error_code");
  const knownCodes = (openEnumOf(contract.description, code)?.values ?? []).map(
    ({ value }) => value,
  );

  function judgeJson(value: unknown, answer: Answer, documented: DocumentedResponse): Finding[] {
    if (answer.status === 200 && isObject(value) && looksLikeFailure(value))
      return one("error-in-success", "/body", `the body of a failure: ${showValue(value)}`);
    const alternatives = (documented.content["application/json"] ?? []).map((schema) => {
      const drift = findDrift(contract, schema, value, "/body");
      return { ...drift, wrong: check(schema)(drift.value, "/body") };
    });
    alternatives.sort((a, b) => a.wrong.length - b.wrong.length);
    const [best] = alternatives;
    if (best === undefined) return [];
    // A body that breaks the contract is not compared with what is merely expected.
    const drift = best.findings.filter(
      ({ rule }) => rule !== "unmet-expectation" || best.wrong.length === 0,
    );
    const findings = [...best.wrong, ...drift];
    if (!isObject(best.value)) return findings;
    return answer.status === 200
      ? [...findings, ...judgeService(best.value, answer.requestedId)]
      : [
          ...findings,
          ...judgeErrorCode(best.value["error_code"], answer.status, documented, knownCodes),
        ];
  }

  function judgeBody(bytes: Uint8Array, answer: Answer, documented: DocumentedResponse): Finding[] {
    const type = answer.headers === undefined ? undefined : mediaTypeOf(answer.headers);
    // A body of a wrong type was named already; only JSON has more to tell.
    if (type !== undefined && !/^application\/(.+\+)?json$/.test(type)) return [];
    if (bytes.length === 0)
      return one("empty-body", "/body", "empty, where the contract has a JSON body");
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return one("not-utf8", "/body", "bytes that are not UTF-8");
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return one("not-json", "/body", `no JSON: ${showValue(text)}`);
    }
    return judgeJson(value, answer, documented);
  }

  return (answer) => {
    const { status, headers, body } = answer;
    if (status === undefined) return one("no-answer", "", answer.failure ?? "no answer");
    if (status >= 300 && status < 400)
      return one(
        "redirect",
        "/status",
        `${status} sends the caller elsewhere; the contract has no redirect`,
      );
    const documented = contract.responses.get(status);
    if (documented === undefined && status < 400)
      return one(
        "undocumented-success",
        "/status",
        `${status} is no documented success; the contract has 200`,
      );
    const said = documented ?? contract.fallback;
    return [
      ...(documented === undefined
        ? one("undocumented-status", "/status", `${status} is not documented for this operation`)
        : []),
      ...(headers === undefined ? [] : judgeHeaders(headers, said, check)),
      ...(answer.failure === undefined ? [] : one("broken-body", "/body", answer.failure)),
      ...(body === undefined ? [] : judgeBody(body, answer, said)),
    ];
  };
}

/** Whether an object is one of the bodies that failures have. */
export function looksLikeFailure(value: Record<string, unknown>): boolean {
  if ("id" in value || "service_name" in value) return false;
  return (
    "error_code" in value || "error_msg" in value || "message" in value || isObject(value["error"])
  );
}
