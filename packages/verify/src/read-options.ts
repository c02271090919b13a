import { parseArgs } from "node:util";

/** A running server. */
export interface LiveTarget {
  kind: "live";
  /** The URL without a trailing slash. */
  baseUrl: string;
  projectId: string;
  serviceId: string;
}

/** Command-line options. */
export interface Options {
  target: LiveTarget | { kind: "recording"; path: string };
  format: "table" | "json" | "junit";
  /** File name of the workflow to run, without the extension. If undefined, all workflows run. */
  workflow: string | undefined;
  /** Report file. If undefined, the report is written to standard output. */
  output: string | undefined;
  strict: boolean;
  timeoutMs: number;
}

/** Error for invalid command-line options or environment variables. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: npm run verify -- --base-url <url> --project-id <id> --service-id <id> [options]
       npm run verify -- --har <file or folder> [options]

Checks whether a server conforms to the contract.

Options:
  --base-url <url>      server URL
  --project-id <id>     ID of the project that the credentials belong to
  --service-id <id>     ID of an existing endpoint service in that project
  --har <path>          recorded traffic: a HAR file, a ZIP archive, or a folder of HAR files or JSON bodies
                        (0001.404.json contains the body of a 404 response)
  --workflow <name>     run only this workflow from openapi/workflows
  --strict              also fail on drift
  --format <name>       table, json, or junit (default: table)
  --output <file>       write the report to this file
  --timeout <s>         seconds to wait for each response (default: 10)
  --help                print this help

Environment:
  VPCEP_TOKEN           token; if not set, it is read from standard input
  VPCEP_ACCESS_KEY, VPCEP_SECRET_KEY, VPCEP_SECURITY_TOKEN
                        keys to sign requests with, instead of a token
  HTTPS_PROXY, ALL_PROXY, NO_PROXY
                        proxy, and the hosts that need no proxy
  NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, CURL_CA_BUNDLE, REQUESTS_CA_BUNDLE
                        files with additional certificates to trust
Reports never contain credentials.

Exit codes: 0 no violations, 1 violations, 2 not enough evidence.`;

const formats = ["table", "json", "junit"] as const;
const id = /^[0-9A-Za-z_-]{1,64}$/;
/** Matches host names and addresses that refer to this machine. */
export const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Reads the command line.
 *
 * @returns The options, or undefined for `--help`.
 * @throws UsageError if the options are invalid. The error message contains no option values, because the values might
 * be secrets.
 */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args);
  if (values.help === true) return undefined;
  const format = formats.find((known) => known === (values.format ?? "table"));
  if (format === undefined) throw new UsageError(`--format must be ${formats.join(", ")}.`);
  const seconds = Number(values.timeout ?? 10);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError("--timeout must be more than 0 and at most 600 seconds.");
  return {
    target: readTarget(values),
    format,
    workflow: values.workflow,
    output: values.output,
    strict: values.strict ?? false,
    timeoutMs: seconds * 1000,
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        "base-url": text,
        "project-id": text,
        "service-id": text,
        har: text,
        format: text,
        output: text,
        timeout: text,
        workflow: text,
        strict: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    // Node's error message repeats the argument, which might be a token.
    const [, option = "An argument"] = /'(--[a-z-]+)/.exec((cause as Error).message) ?? [];
    const hint =
      option === "--token" ? " Set VPCEP_TOKEN or send the token to standard input." : "";
    throw new UsageError(`${option} is unknown or has no value.${hint} See --help.`);
  }
}

function readTarget(values: ReturnType<typeof parse>): Options["target"] {
  const { har } = values;
  const live = ["base-url", "project-id", "service-id"] as const;
  if (har !== undefined) {
    if (live.some((name) => values[name] !== undefined))
      throw new UsageError("Use either --har or --base-url, not both.");
    if (values.workflow !== undefined)
      throw new UsageError("--workflow cannot be used with --har.");
    return { kind: "recording", path: har };
  }
  const missing = live.filter((name) => values[name] === undefined).map((name) => `--${name}`);
  if (missing.length > 0)
    throw new UsageError(
      `Missing ${missing.join(", ")}. To check a recording instead, use --har. See --help.`,
    );
  for (const name of ["project-id", "service-id"] as const)
    if (!id.test(values[name] ?? ""))
      throw new UsageError(`--${name} must have 1 to 64 letters, digits, hyphens, or underscores.`);
  return {
    kind: "live",
    baseUrl: readBaseUrl(values["base-url"] ?? ""),
    projectId: values["project-id"] ?? "",
    serviceId: values["service-id"] ?? "",
  };
}

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError("--base-url must be a URL such as https://vpcep.eu-de.otc.t-systems.com.");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw new UsageError("--base-url must not have a user, a query, or a fragment.");
  if (url.protocol === "http:" && !loopback.test(url.hostname))
    throw new UsageError("--base-url must be https: unless the server runs on this machine.");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
