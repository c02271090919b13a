#!/usr/bin/env node
// The mock for people: starts, says where it listens and how to ask it, logs one line for each answer.
import { parseArgs } from "node:util";

import { defaultCredentials } from "./credentials.js";
import type { Mock } from "./mock-options.js";
import { startMock } from "./start-mock.js";

const usage = `Usage: vpcep-mock [options]

A server on 127.0.0.1 that answers as the contract says.

  --port <n>            port to listen on; 0 takes any that is free (default 4010)
  --any-token           let everybody in, without a look at token or signature
  --settle-after <s>    seconds that creating and deleting take in a scenario (default 90)
  --quiet               no line for each answer
  --help                this text

Environment: VPCEP_MOCK_TOKEN, VPCEP_MOCK_ACCESS_KEY and VPCEP_MOCK_SECRET_KEY replace what the mock accepts.`;

function fail(message: string): never {
  console.error(`vpcep-mock: ${message}`);
  process.exit(2);
}

function readNumber(option: string, text: string, largest: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > largest)
    fail(`${option} must be a whole number from 0 to ${largest}, not "${text}".`);
  return value;
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "4010" },
        "any-token": { type: "boolean", default: false },
        "settle-after": { type: "string", default: "90" },
        quiet: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (cause) {
    return fail(`${(cause as Error).message.split(/\.[ \n]/)[0] ?? ""}. See vpcep-mock --help.`);
  }
}

const values = readOptions();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const port = readNumber("--port", values.port, 65_535);
const settleAfterMs = readNumber("--settle-after", values["settle-after"], 86_400) * 1000;
const env = process.env;
const credentials = {
  token: env["VPCEP_MOCK_TOKEN"] ?? defaultCredentials.token,
  accessKey: env["VPCEP_MOCK_ACCESS_KEY"] ?? defaultCredentials.accessKey,
  secretKey: env["VPCEP_MOCK_SECRET_KEY"] ?? defaultCredentials.secretKey,
};

let mock: Mock;
try {
  mock = await startMock({
    port,
    settleAfterMs,
    credentials: values["any-token"] ? false : credentials,
    ...(values.quiet ? {} : { log: console.log }),
  });
} catch (cause) {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    fail(
      `port ${port} on 127.0.0.1 is taken. Stop what listens there, or take another with --port.`,
    );
  if (code === "EACCES") fail(`port ${port} needs more rights. Take one above 1023 with --port.`);
  fail(message);
}

// A token of the reader's own stays unsaid.
const shown =
  env["VPCEP_MOCK_TOKEN"] === undefined ? defaultCredentials.token : "$VPCEP_MOCK_TOKEN";
const auth = values["any-token"] ? "" : ` -H 'X-Auth-Token: ${shown}'`;
console.log(`The mock listens on ${mock.url}. Ctrl+C stops it. Try:

  curl -i${auth.replaceAll("'", '"')} ${mock.url}/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed88
`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void mock.close().then(() => process.exit(0));
  });
