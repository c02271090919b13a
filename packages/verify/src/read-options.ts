import { parseArgs } from "node:util";

/** A running server. */
export interface LiveTarget {
  kind: "live";
  /** Without a slash at the end. */
  baseUrl: string;
  projectId: string;
  serviceId: string;
}

/** What was asked for on the command line. */
export interface Options {
  target: LiveTarget | { kind: "recording"; path: string };
  format: "table" | "json" | "junit";
  /** File name of the only workflow to run, without extension; all of them when undefined. */
  workflow: string | undefined;
  /** File for the report; standard output when undefined. */
  output: string | undefined;
  strict: boolean;
  timeoutMs: number;
}

/** The command line makes no sense; the message says what does. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: npm run verify -- --base-url <url> --project-id <id> --service-id <id> [options]
       npm run verify -- --har <file or folder> [options]

Reports whether a server keeps the contract.

Options:
  --base-url <url>      address of the server
  --project-id <id>     a project that the credentials belong to
  --service-id <id>     an endpoint service that exists in it
  --har <path>          recorded traffic: a HAR file, gzipped or zipped or not, or a folder of HAR files or JSON bodies
                        (0001.404.json is the body of a 404)
  --workflow <name>     run only this workflow of openapi/workflows
  --strict              drift fails, too
  --format <name>       table (default), json or junit
  --output <file>       write the report to a file
  --timeout <s>         seconds to wait for one answer (default 10)
  --help                print this text

Environment:
  VPCEP_TOKEN           the token; standard input is read when it is not set
  VPCEP_ACCESS_KEY, VPCEP_SECRET_KEY, VPCEP_SECURITY_TOKEN
                        sign requests in place of a token
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, SSL_CERT_FILE
                        reach the server by a proxy, trust another authority
Credentials are never printed.

Exit code: 0 the contract is kept, 1 it is broken, 2 it could not be judged.`;

const formats = ["table", "json", "junit"] as const;
const id = /^[0-9A-Za-z_-]{1,64}$/;
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Reads the command line.
 *
 * @returns Undefined when help was asked for.
 * @throws UsageError in words that repeat no value which might be a secret.
 */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args);
  if (values.help === true) return undefined;
  const format = formats.find((known) => known === (values.format ?? "table"));
  if (format === undefined) throw new UsageError(`--format must be ${formats.join(", ")}.`);
  const seconds = Number(values.timeout ?? 10);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError("--timeout must be a number of seconds, more than 0 and up to 600.");
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
    // Node's own message would repeat the argument, which may be a token.
    const [, option = "An argument"] = /'(--[a-z-]+)/.exec((cause as Error).message) ?? [];
    const hint = option === "--token" ? " The token comes from VPCEP_TOKEN or standard input." : "";
    throw new UsageError(`${option} is not known here or lacks its value.${hint} See --help.`);
  }
}

function readTarget(values: ReturnType<typeof parse>): Options["target"] {
  const { har } = values;
  const live = ["base-url", "project-id", "service-id"] as const;
  if (har !== undefined) {
    if (live.some((name) => values[name] !== undefined))
      throw new UsageError("Give either --har or a server, not both.");
    if (values.workflow !== undefined)
      throw new UsageError("--workflow needs a server; a recording has no workflows.");
    return { kind: "recording", path: har };
  }
  const missing = live.filter((name) => values[name] === undefined).map((name) => `--${name}`);
  if (missing.length > 0)
    throw new UsageError(
      `${missing.join(", ")} missing; or give a recording with --har. See --help.`,
    );
  for (const name of ["project-id", "service-id"] as const)
    if (!id.test(values[name] ?? ""))
      throw new UsageError(`--${name} must have 1 to 64 letters, digits, hyphens or underscores.`);
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
    throw new UsageError(
      "--base-url must be an address such as https://vpcep.eu-de.otc.t-systems.com.",
    );
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw new UsageError("--base-url must have no user, query or fragment.");
  if (url.protocol === "http:" && !loopback.test(url.hostname))
    throw new UsageError(
      "--base-url must be https: over http, anybody on the way could read the token.",
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
