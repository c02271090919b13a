/* eslint-disable @typescript-eslint/no-unsafe-member-access -- a deviation knows no types */
import { requiredFields } from "./field-deviations.js";
import type { Body, Deviation } from "./deviation.js";

const html = "<html><body><h1>Not Found</h1></body></html>";
const allMissing = requiredFields.map((field) => `violation missing-field /body/${field}` as const);
const undocumented = (...fields: readonly string[]) =>
  fields.map((field) => `drift undocumented-field /body/${field}` as const);
const failure = { error_code: "EndPoint.0001", error_msg: "The system failed." };

/** Deviations in status, headers and the body as a whole. */
export const answerDeviations: readonly Deviation[] = [
  {
    says: "a 200 with the body of a failure",
    body: failure,
    found: [...allMissing, ...undocumented("error_code", "error_msg")],
  },
  {
    says: "a 200 with the gateway's short failure",
    body: { message: "API not found", request_id: "" },
    found: [...allMissing, ...undocumented("message", "request_id")],
  },
  {
    says: "a 200 with IAM's failure",
    body: { error: { code: 401, message: "no", title: "Unauthorized" } },
    found: [...allMissing, "violation wrong-value /body/error"],
  },
  {
    says: "the service in a wrapper",
    body: { endpoint_service: { status: "available" } },
    found: [
      ...requiredFields.map((field) => `violation missing-field /body/${field}` as const),
      "drift undocumented-field /body/endpoint_service",
    ],
  },
  { says: "a list in place of a service", body: [], found: ["violation wrong-value /body"] },
  { says: "null in place of a service", body: null, found: ["violation wrong-value /body"] },
  { says: "a text in place of a service", body: "ok", found: ["violation wrong-value /body"] },
  { says: "an empty body", raw: "", found: ["violation empty-body /body"] },
  { says: "half of a JSON text", raw: '{"id":"4189', found: ["violation not-json /body"] },
  {
    says: "JSON after a byte order mark",
    on: "unknown-id",
    raw: `\ufeff${JSON.stringify(failure)}`,
    found: ["drift byte-order-mark /body", "drift undocumented-error-code /body/error_code"],
  },
  { says: "JSON in single quotes", raw: "{'id':'x'}", found: ["violation not-json /body"] },
  {
    says: "bytes that are not UTF-8",
    raw: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    found: ["violation not-utf8 /body"],
  },
  {
    says: "JSON as plain text",
    headers: { "content-type": "text/plain" },
    found: ["violation wrong-content-type /headers/content-type"],
  },
  {
    says: "problem+json",
    on: "unknown-id",
    headers: { "content-type": "application/problem+json" },
    found: ["violation wrong-content-type /headers/content-type"],
  },
  {
    says: "no content type",
    headers: { "content-type": undefined },
    found: ["violation missing-content-type /headers/content-type"],
  },
  {
    says: "another charset",
    headers: { "content-type": "application/json; charset=iso-8859-1" },
    found: ["drift other-charset /headers/content-type"],
  },
  {
    says: "no request id",
    headers: { "x-request-id": undefined },
    found: ["drift missing-request-id /headers/x-request-id"],
  },
  {
    says: "no request id on a failure",
    on: "no-token",
    headers: { "x-request-id": undefined },
    found: ["drift missing-request-id /headers/x-request-id"],
  },
  {
    says: "an empty request id",
    headers: { "x-request-id": "" },
    found: ["drift missing-request-id /headers/x-request-id"],
  },
  {
    says: "a request id of another form",
    headers: { "x-request-id": "req-42" },
    found: ["drift unusual-request-id /headers/x-request-id"],
  },
  {
    says: "a Retry-After that is neither seconds nor a date",
    on: "malformed-id",
    headers: { "retry-after": "soon" },
    found: ["violation wrong-header /headers/retry-after"],
  },
  {
    says: "a 404 as a page",
    on: "unknown-id",
    headers: { "content-type": "text/html" },
    raw: html,
    found: ["violation wrong-content-type /headers/content-type"],
  },
  {
    says: "a 404 as a page that is called JSON",
    on: "unknown-id",
    raw: html,
    found: ["violation not-json /body"],
  },
  {
    says: "a redirect",
    status: 302,
    headers: { location: "https://example.com/login" },
    found: ["violation redirect /status"],
  },
  {
    says: "201 in place of 200",
    status: 201,
    found: ["violation undocumented-success /status"],
  },
  {
    says: "204 without a body",
    status: 204,
    raw: "",
    found: ["violation undocumented-success /status"],
  },
  {
    says: "200 for a service that does not exist",
    on: "unknown-id",
    status: 200,
    found: [...allMissing, ...undocumented("error_code", "error_msg")],
  },
  {
    says: "an undocumented HTTP status",
    on: "malformed-id",
    status: 422,
    found: ["drift undocumented-status /status"],
  },
  {
    says: "an undocumented error code",
    on: "unknown-id",
    edit: (body: Body) => (body.error_code = "EndPoint.9999"),
    found: ["drift undocumented-error-code /body/error_code"],
  },
  {
    says: "an error code of another status",
    on: "unknown-id",
    edit: (body: Body) => (body.error_code = "EndPoint.0022"),
    found: ["drift undocumented-error-code /body/error_code"],
  },
  {
    says: "an error code as a number",
    on: "unknown-id",
    edit: (body: Body) => (body.error_code = 5),
    found: ["violation wrong-value /body/error_code"],
  },
  {
    says: "error_message for error_msg in a failure",
    on: "unknown-id",
    body: { error_code: "EndPoint.0005", error_message: "gone" },
    found: [
      "violation missing-field /body/error_msg",
      "drift undocumented-field /body/error_message",
    ],
  },
  {
    says: "a failure without a code",
    on: "malformed-id",
    body: { error_msg: "no" },
    found: ["violation missing-field /body/error_code"],
  },
  {
    says: "an undocumented field of a failure",
    on: "malformed-id",
    edit: (body: Body) => (body.trace = "at line 1"),
    found: ["drift undocumented-field /body/trace"],
  },
  {
    says: "a service in place of a failure",
    on: "malformed-id",
    body: { id: "x" },
    found: [
      "violation missing-field /body/error_code",
      "violation missing-field /body/error_msg",
      "drift undocumented-field /body/id",
    ],
  },
];
