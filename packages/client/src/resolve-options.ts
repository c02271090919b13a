import { type BaseUrl, readPlace } from "./base-url.js";
import {
  check,
  checkFunction,
  checkHeaders,
  checkId,
  checkNames,
  checkNumber,
} from "./check-arguments.js";
import { type Authorizer, readCredentials } from "./credentials.js";
import type { ClientOptions, Fetch, Settings } from "./options.js";
import { sleep } from "./time-limit.js";

/** The settings that have defaults. */
type WithDefaults = {
  readonly [
    Key in
      | "attemptTimeoutMs"
      | "maxAttempts"
      | "maxBodyBytes"
      | "maxDelayMs"
      | "now"
      | "random"
      | "sleep"
      | "timeoutMs"
  ]: NonNullable<Settings[Key]>;
};

/** Validated client settings, with defaults applied. */
export interface Resolved extends WithDefaults {
  readonly projectId: string;
  readonly authorizer: Authorizer;
  readonly fetch: Fetch | undefined;
  readonly onEvent: Settings["onEvent"];
  readonly onDrift: Settings["onDrift"];
  readonly validate: Settings["validate"];
}

/** All option names. */
const known: Readonly<Record<keyof AllOptions, true>> = {
  allowInsecureHttp: true,
  attemptTimeoutMs: true,
  baseUrl: true,
  credentials: true,
  fetch: true,
  headers: true,
  maxAttempts: true,
  maxBodyBytes: true,
  maxDelayMs: true,
  now: true,
  onDrift: true,
  onEvent: true,
  projectId: true,
  random: true,
  region: true,
  sleep: true,
  timeoutMs: true,
  token: true,
  validate: true,
};
type AllOptions = Record<keyof ClientOptions, unknown>;

/** Validated client options. */
export interface ResolvedOptions {
  readonly settings: Resolved;
  /** Custom headers for every request. */
  readonly headers: Record<string, string | null>;
  /** Returns the base URL for a call. Validates the call's own base URL, if there is one. */
  readonly place: (baseUrl?: unknown) => BaseUrl;
}

/**
 * Validates client options, and applies defaults.
 *
 * @throws InvalidArgumentError if an option is invalid.
 */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  checkNames(options, known, "createClient");
  const { allowInsecureHttp, baseUrl, token, credentials } = options as AllOptions;
  check(
    allowInsecureHttp === undefined || typeof allowInsecureHttp === "boolean",
    "allowInsecureHttp",
    "must be true or false",
    allowInsecureHttp,
  );
  const projectId = checkId(options.projectId, "projectId");
  const place = readPlace(options);
  const relative = typeof baseUrl === "string" && baseUrl.trim().startsWith("/");
  const authorizer = readCredentials(token, credentials, !relative);
  return {
    place: (own) =>
      own === undefined ? place() : readPlace({ ...options, region: undefined, baseUrl: own })(),
    headers: checkHeaders(options.headers, "headers", authorizer.from),
    settings: {
      projectId,
      authorizer,
      timeoutMs: checkNumber(options, "timeoutMs", "duration", 60_000),
      attemptTimeoutMs: checkNumber(options, "attemptTimeoutMs", "duration", 20_000),
      maxAttempts: checkNumber(options, "maxAttempts", "count", 3),
      maxDelayMs: checkNumber(options, "maxDelayMs", "pause", 30_000),
      maxBodyBytes: checkNumber(options, "maxBodyBytes", "count", 1_048_576),
      fetch: checkFunction(options, "fetch", undefined),
      validate: checkFunction(options, "validate", undefined),
      onDrift: checkFunction(options, "onDrift", undefined),
      onEvent: checkFunction(options, "onEvent", undefined),
      sleep: checkFunction(options, "sleep", sleep),
      random: checkFunction(options, "random", Math.random),
      now: checkFunction(options, "now", Date.now),
    },
  };
}
