import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { expect, test } from "@jest/globals";

import { honestBody, withFolder, writeHar } from "./make-har.js";
import { runVerify } from "./run-verify.js";

const token = "gAAAA/very+secret=token~1234567890".repeat(6);
const formats = ["table", "json", "junit"] as const;

/** Any eight characters of the token in a row would be too much. */
function expectNoTrace(text: string): void {
  const pieces = token.match(/.{8}/g) ?? [];
  for (const piece of new Set(pieces)) expect(text).not.toContain(piece);
}

const spill = JSON.stringify({
  ...honestBody,
  status: token,
  [token]: token,
  created_at: token,
  tags: [{ key: token, value: 7 }],
});

test.each(formats)(
  "a server that echoes the token everywhere does not get it into a %s",
  async (format) => {
    const server = createServer((_, response) => {
      response.writeHead(400, {
        "x-request-id": token,
        "content-type": token,
        "retry-after": token,
      });
      response.end(spill);
    });
    const json = createServer((_, response) => {
      response.writeHead(200, { "x-request-id": token, "content-type": "application/json" });
      response.end(spill.replaceAll("/", "\\/"));
    });
    try {
      for (const one of [server, json]) {
        await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
        const url = `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
        const args = [
          "--base-url",
          url,
          "--project-id",
          "p",
          "--service-id",
          "s",
          "--format",
          format,
        ];
        const { code, out, err } = await runVerify(args, { VPCEP_TOKEN: token });
        expect(code).toBe(1);
        expect(out).toContain("[secret]");
        expectNoTrace(out + err);
      }
    } finally {
      server.close();
      json.close();
    }
  },
);

test.each(formats)("a recorded token does not get into a %s", async (format) => {
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    await writeHar(file, [
      { token, text: spill, headers: { "Content-Type": token } },
      { token, text: spill },
    ]);
    const { code, out } = await runVerify(["--har", file, "--format", format], {});
    expect(code).toBe(1);
    expect(out).toContain("[secret]");
    expectNoTrace(out);
  });
});

test.each([
  [["--token", token], {}],
  [[`--token=${token}`], {}],
  [[token], {}],
  [["--base-url", "http://127.0.0.1:9", "--project-id", token, "--service-id", "s"], {}],
  [["--base-url", token, "--project-id", "p", "--service-id", "s"], {}],
  [
    ["--base-url", "http://127.0.0.1:9", "--project-id", "p", "--service-id", "s"],
    { VPCEP_TOKEN: `${token}\n${token}` },
  ],
])("a complaint about the command line does not repeat a token (%#)", async (args, env) => {
  const { code, out, err } = await runVerify(args, env);
  expect(code).toBe(2);
  expectNoTrace(out + err);
});
