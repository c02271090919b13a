export { createClient } from "./create-client.js";
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConnectionError,
  CredentialsError,
  InvalidArgumentError,
  InvalidResponseError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  ServiceFailedError,
  TimeoutError,
} from "./errors.js";
export { type AnyVpcepError, isVpcepError, type VpcepErrors } from "./is-vpcep-error.js";
export type { Drift, ValidateResponse, Violation } from "./judgement.js";
export type {
  Authorization,
  CallOptions,
  ClientEvent,
  ClientOptions,
  Credentials,
  Fetch,
  FetchInit,
  FetchResponse,
  Place,
  Region,
  RequestToAuthorize,
  Settings,
  TokenFunction,
} from "./options.js";
export { parseTimestamp } from "./parse-timestamp.js";
export type { Answer, GetVpcEndpointService, VpcepClient, WaitOptions } from "./vpcep-client.js";
export { type RequestInfo, VpcepError } from "./vpcep-error.js";
export * from "@vpcep/types";
