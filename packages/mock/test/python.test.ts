import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, test } from "@jest/globals";
import { startMock } from "@vpcep/mock";

const run = promisify(execFile);
const script = fileURLToPath(new URL("../examples/drive_from_python.py", import.meta.url));

const python = await run("python3", ["--version"]).then(
  ({ stdout }) => stdout.trim(),
  () => undefined,
);

test(`the Python example gets the queued responses (${python ?? "python3 not found"})`, async () => {
  const mock = await startMock();
  try {
    const driven =
      python === undefined
        ? // If Python is not installed, the test sends the same requests itself.
          await driveByFetch(mock.url)
        : (await run("python3", [script, mock.url])).stdout;
    expect(driven.trim().split(/\r?\n/)).toEqual([
      "401 EndPoint.0003",
      "503 EndPoint.0001",
      "200 available",
    ]);
  } finally {
    await mock.close();
  }
});

async function driveByFetch(url: string): Promise<string> {
  await fetch(`${url}/_mock/queue`, { method: "POST", body: '[401, 503, "available"]' });
  let lines = "";
  for (let index = 0; index < 3; index++) {
    const response = await fetch(`${url}/v1/p/vpc-endpoint-services/my-service`);
    const body = (await response.json()) as { error_code?: string; status?: string };
    lines += `${response.status} ${body.error_code ?? body.status ?? ""}\n`;
  }
  return lines;
}
