// npm run release:check: tests the tarballs in .tmp/release. Installs the tarballs in an empty folder, starts the mock,
// and uses the client to call the mock. Third-party dependencies are downloaded from the configured npm registry.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const release = join(root, ".tmp/release");
const user = await mkdtemp(join(tmpdir(), "release-check-"));

const program = `
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createClient } from "@vpcep/client";
import { startMock } from "@vpcep/mock";

const contract = createRequire(import.meta.url)("@vpcep/openapi");
const mock = await startMock();
try {
  const projectId = "6e9dfd51d1124e8d8498dce894923a0d";
  const client = createClient({ baseUrl: mock.url, projectId, token: "mock-token" });
  const service = await client.getVpcEndpointService("4189d3c2-8882-4871-a3c2-d380272eed88");
  console.log(contract.info.version, service.service_name, service.status);
} finally {
  await mock.close();
}
`;

try {
  const packages = JSON.parse(await readFile(join(release, "packages.json"), "utf8")) as {
    name: string;
    file: string;
  }[];
  const dependencies = Object.fromEntries(
    packages.map(({ name, file }) => [name, `file:${join(release, file)}`]),
  );
  const manifest = { private: true, type: "module", dependencies, overrides: dependencies };
  await writeFile(join(user, "package.json"), JSON.stringify(manifest));
  await writeFile(join(user, "program.js"), program);
  const run = promisify(execFile);
  await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: user });
  const { stdout } = await run(process.execPath, ["program.js"], { cwd: user });
  console.log(`The tarballs work: ${stdout.trim()}`);
} catch (error) {
  const { message, stderr } = error as { message: string; stderr?: string };
  console.error(
    `The tarballs in .tmp/release don't work. Fix the error and run npm run release:pack again:\n${stderr ?? message}`,
  );
  process.exitCode = 1;
} finally {
  await rm(user, { recursive: true, force: true });
}
