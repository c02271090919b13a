#!/usr/bin/env node
// The `vpcep-mock` command: starts the mock and logs one line for each request.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { Mock, MockOptions } from "./mock-options.js";
import { startMock } from "./index.js";
import { sampleRequest } from "./sample-request.js";
import { usage } from "./usage.js";

/** Defined by build.ts. */
declare const versionOfThisBuild: string;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const known = {
  port: { ...text, default: "4010" },
  host: text,
  queue: text,
  dynamic: flag,
  seed: text,
  https: flag,
  cert: text,
  key: text,
  "any-token": flag,
  "settle-after": { ...text, default: "90" },
  quiet: flag,
  version: flag,
  help: flag,
} as const;

function fail(message: string): never {
  console.error(`vpcep-mock: ${message}`);
  process.exit(2);
}

function readNumber(option: string, value: string, least: number, most: number): number {
  if (!/^-?\d+$/.test(value) || Number(value) < least || Number(value) > most)
    fail(`${option} must be a whole number from ${least} to ${most}, not "${value}".`);
  return Number(value);
}

function readOptions() {
  try {
    return parseArgs({ options: known }).values;
  } catch (cause) {
    return fail(`${(cause as Error).message.split(/\.[ \n]/)[0] ?? ""}. See vpcep-mock --help.`);
  }
}

function readPem(option: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    return fail(`${option}: cannot read ${file} (${String((cause as { code?: string }).code)}).`);
  }
}

function readHttps(values: ReturnType<typeof readOptions>): MockOptions["https"] {
  const { cert, key } = values;
  if (cert === undefined && key === undefined) return values.https;
  if (cert === undefined || key === undefined) return fail("Use --cert and --key together.");
  return { cert: readPem("--cert", cert), key: readPem("--key", key) };
}

const values = readOptions();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (values.version) {
  console.log(versionOfThisBuild);
  process.exit(0);
}
const port = readNumber("--port", values.port, 0, 65_535);
const settleAfter = readNumber("--settle-after", values["settle-after"], 0, 86_400);
const seed =
  values.seed === undefined
    ? undefined
    : readNumber("--seed", values.seed, -2_147_483_648, 2_147_483_647);
const https = readHttps(values);
const env = process.env;
const [token, accessKey, secretKey] = ["TOKEN", "ACCESS_KEY", "SECRET_KEY"].map(
  (name) => env[`VPCEP_MOCK_${name}`],
);
const credentials = {
  ...(token !== undefined && { token }),
  ...(accessKey !== undefined && { accessKey }),
  ...(secretKey !== undefined && { secretKey }),
};

// Keeps running when standard output is closed, as in `vpcep-mock | head -1`.
process.stdout.on("error", () => undefined);

let mock: Mock;
try {
  mock = await startMock({
    port,
    settleAfterMs: settleAfter * 1000,
    dynamic: values.dynamic,
    credentials: values["any-token"] ? false : credentials,
    queue: values.queue ?? [],
    ...(https !== undefined && { https }),
    ...(values.host !== undefined && { host: values.host }),
    ...(seed !== undefined && { seed }),
    ...(!values.quiet && { log: console.log }),
  });
} catch (cause) {
  if (cause instanceof RangeError) fail(`--queue: ${cause.message}`);
  const { code, message, address } = cause as NodeJS.ErrnoException & { address?: string };
  const place = address ?? values.host ?? "127.0.0.1";
  if (code === "EADDRINUSE")
    fail(`port ${port} on ${place} is already in use. Choose another port with --port.`);
  if (code === "EACCES")
    fail(`no permission to listen on port ${port}. Choose a port above 1023 with --port.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EINVAL")
    fail(
      `--host: ${place} is not an address of this machine. Use 127.0.0.1 or ::1, or 0.0.0.0 for all addresses.`,
    );
  fail(message);
}

const loopback = /^(127(\.\d+){3}|::1|localhost)$/;
const lines = [
  `The mock listens on ${mock.url}. Press Ctrl+C to stop it. Try:`,
  "",
  `  ${sampleRequest(mock)}`,
  "",
];
if (values.host !== undefined && !loopback.test(values.host))
  lines.push(`Other machines can reach the mock at ${values.host} and change its responses.`, "");
if (https === true && mock.certificate !== undefined) {
  const file = join(mkdtempSync(join(tmpdir(), "vpcep-mock-")), "certificate.pem");
  writeFileSync(file, mock.certificate);
  lines.push(
    `To trust the mock's certificate, set NODE_EXTRA_CA_CERTS to ${file}, or use curl --cacert ${file}.`,
    "",
  );
}
console.log(lines.join("\n"));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void mock.close().then(() => process.exit(0));
  });
