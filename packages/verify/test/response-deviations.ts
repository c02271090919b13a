/* eslint-disable @typescript-eslint/no-unsafe-member-access -- deviations break the types on purpose */
import { requiredFields } from "./field-deviations.js";
import type { Body, Deviation } from "./deviation.js";

const html = "<html><body><h1>Not Found</h1></body></html>";
const allMissing = requiredFields.map((field) => `violation missing-field /body/${field}` as const);
const undocumented = (...fields: readonly string[]) =>
  fields.map((field) => `drift undocumented-field /body/${field}` as const);
const failure = { error_code: "EndPoint.0001", error_msg: "The system failed." };

/** Deviations in the status, the headers, and the body as a whole. */
export const responseDeviations: readonly Deviation[] = [
  {
    says: "a 200 with an error body",
    body: failure,
    found: [...allMissing, ...undocumented("error_code", "error_msg")],
  },
  {
    says: "a 200 with a gateway error body",
    body: { message: "API not found", request_id: "" },
    found: [...allMissing, ...undocumented("message", "request_id")],
  },
  {
    says: "a 200 with an IAM error body",
    body: { error: { code: 401, message: "no", title: "Unauthorized" } },
    found: [...allMissing, "violation wrong-value /body/error"],
  },
  {
    says: "an endpoint service wrapped in another object",
    body: { endpoint_service: { status: "available" } },
    found: [
      ...requiredFields.map((field) => `violation missing-field /body/${field}` as const),
      "drift undocumented-field /body/endpoint_service",
    ],
  },
  { says: "a list instead of a service", body: [], found: ["violation wrong-value /body"] },
  { says: "null instead of a service", body: null, found: ["violation wrong-value /body"] },
  { says: "a string instead of a service", body: "ok", found: ["violation wrong-value /body"] },
  { says: "an empty body", raw: "", found: ["violation empty-body /body"] },
  { says: "incomplete JSON", raw: '{"id":"4189', found: ["violation not-json /body"] },
  {
    says: "JSON preceded by a byte order mark",
    on: "unknown-id",
    raw: `\ufeff${JSON.stringify(failure)}`,
    found: ["drift byte-order-mark /body", "drift undocumented-error-code /body/error_code"],
  },
  { says: "JSON in single quotes", raw: "{'id':'x'}", found: ["violation not-json /body"] },
  {
    says: "a body that is not UTF-8",
    raw: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    found: ["violation not-utf8 /body"],
  },
  {
    says: "JSON sent as plain text",
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
    says: "a different charset",
    headers: { "content-type": "application/json; charset=iso-8859-1" },
    found: ["drift other-charset /headers/content-type"],
  },
  {
    says: "no request ID",
    headers: { "x-request-id": undefined },
    found: ["drift missing-request-id /headers/x-request-id"],
  },
  {
    says: "an error without a request ID",
    on: "no-token",
    headers: { "x-request-id": undefined },
    found: ["drift missing-request-id /headers/x-request-id"],
  },
  {
    says: "an empty request ID",
    headers: { "x-request-id": "" },
    found: ["drift missing-request-id /headers/x-request-id"],
  },
  {
    says: "a request ID in a different format",
    headers: { "x-request-id": "req-42" },
    found: ["drift unusual-request-id /headers/x-request-id"],
  },
  {
    says: "a Retry-After value that is neither a number of seconds nor a date",
    on: "malformed-id",
    headers: { "retry-after": "soon" },
    found: ["violation wrong-header /headers/retry-after"],
  },
  {
    says: "a 404 with an HTML body",
    on: "unknown-id",
    headers: { "content-type": "text/html" },
    raw: html,
    found: ["violation wrong-content-type /headers/content-type"],
  },
  {
    says: "a 404 with an HTML body but a JSON media type",
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
    says: "201 instead of 200",
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
    says: "an error code that is documented for another status",
    on: "unknown-id",
    edit: (body: Body) => (body.error_code = "EndPoint.0022"),
    found: ["drift undocumented-error-code /body/error_code"],
  },
  {
    says: "a numeric error code",
    on: "unknown-id",
    edit: (body: Body) => (body.error_code = 5),
    found: ["violation wrong-value /body/error_code"],
  },
  {
    says: "error_message instead of error_msg in an error body",
    on: "unknown-id",
    body: { error_code: "EndPoint.0005", error_message: "gone" },
    found: [
      "violation missing-field /body/error_msg",
      "drift undocumented-field /body/error_message",
    ],
  },
  {
    says: "an error body without an error code",
    on: "malformed-id",
    body: { error_msg: "no" },
    found: ["violation missing-field /body/error_code"],
  },
  {
    says: "an undocumented field in an error body",
    on: "malformed-id",
    edit: (body: Body) => (body.trace = "at line 1"),
    found: ["drift undocumented-field /body/trace"],
  },
  {
    says: "an endpoint service instead of an error body",
    on: "malformed-id",
    body: { id: "x" },
    found: [
      "violation missing-field /body/error_code",
      "violation missing-field /body/error_msg",
      "drift undocumented-field /body/id",
    ],
  },
];
