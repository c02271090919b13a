import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { expect, test } from "@jest/globals";

import { printJunit } from "../src/print-junit.js";
import { printTable } from "../src/print-table.js";
import type { Report } from "../src/report.js";
import { serviceUrl, usualBody, withFolder, writeHar } from "./make-har.js";
import { runVerify } from "./run-verify.js";

const token = "gAAAA/very+secret=token~1234567890".repeat(6);
const formats = ["table", "json", "junit"] as const;

/** Fails if the text contains any of the token's eight-character segments. */
function expectNoTrace(text: string): void {
  const pieces = token.match(/.{8}/g) ?? [];
  for (const piece of new Set(pieces)) expect(text).not.toContain(piece);
}

const spill = JSON.stringify({
  ...usualBody,
  status: token,
  [token]: token,
  created_at: token,
  tags: [{ key: token, value: 7 }],
});

test("removes an echoed token from reports", async () => {
  const spellings = [
    token.toUpperCase(),
    Array.from(token).reverse().join(""),
    Buffer.from(token).toString("base64"),
    Buffer.from(token).toString("hex"),
    encodeURIComponent(token),
  ];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const status = path.endsWith("/s") ? 200 : 400;
    response.writeHead(status, {
      "x-request-id": token,
      "content-type": path.includes("!") ? token : "application/json",
      "retry-after": token,
    });
    const failure = { error_code: token, error_msg: spellings.join(" "), [token]: spellings };
    response.end(
      status === 200
        ? JSON.stringify({ ...(JSON.parse(spill) as object), spellings }).replaceAll("/", "\\/")
        : JSON.stringify(failure),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const args = ["--base-url", url, "--project-id", "p", "--service-id", "s", "--format", "json"];
    const { code, out, err } = await runVerify(args, { VPCEP_TOKEN: token });
    expect(code).toBe(1);
    const report = JSON.parse(out) as Report;
    for (const text of [out + err, printTable(report, (_, plain) => plain), printJunit(report)]) {
      expect(text).toContain("[secret]");
      expectNoTrace(text);
      for (const spelling of spellings) expect(text).not.toContain(spelling.slice(0, 24));
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test.each(formats)("a report in %s format does not contain a recorded token", async (format) => {
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

test("the command in a finding omits the credentials in the recorded URL", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "traffic.har");
    const url = serviceUrl.replace("//", "//user:password@").concat(`?key=${token}`);
    const text = JSON.stringify({ ...usualBody, status: 7 });
    // The recording contains no token, as if a tool had removed the credentials.
    await writeHar(file, [{ url, text, token: "" }]);
    const { out } = await runVerify(["--har", file], {});
    expect(out).toContain(`curl -i -H "X-Auth-Token: $VPCEP_TOKEN" '${serviceUrl}'`);
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
])("omits tokens from command-line errors (%#)", async (args, env) => {
  const { code, out, err } = await runVerify(args, env);
  expect(code).toBe(2);
  expectNoTrace(out + err);
});
