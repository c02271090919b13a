// Writes packages/client/src/servers.gen.ts, the client's map of regions, from the servers of the bundled contract
// that name a region (`x-region`); with --check it only says whether the committed file is what would be written.
// Needs openapi/dist. Does not look at servers with variables: they belong to no region.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Server {
  url: string;
  description?: string;
  "x-region"?: string;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "packages/client/src/servers.gen.ts");
const bundle = JSON.parse(await readFile(join(root, "openapi/dist/openapi.json"), "utf8")) as {
  servers: Server[];
};

const entries = bundle.servers.flatMap((server) => {
  const region = server["x-region"];
  if (region === undefined) return [];
  return [
    `  /** ${server.description ?? region} */\n  ${JSON.stringify(region)}: ${JSON.stringify(server.url)},`,
  ];
});
const wanted = `/**
 * Generated from the servers in openapi/openapi.yaml. Never edit: run \`npm run generate\`.
 */

/** Base URL of the service in each region that the contract names. */
export const servers = {
${entries.join("\n")}
} as const;
`;

if (entries.length === 0) {
  console.error("openapi/openapi.yaml: no server has an x-region, so no region would be left.");
  process.exitCode = 1;
} else if (!process.argv.includes("--check")) await writeFile(target, wanted);
else if (wanted !== (await readFile(target, "utf8").catch(() => ""))) {
  console.error(
    "packages/client/src/servers.gen.ts is stale: the servers have changed since it was generated.\n" +
      "Run: npm run generate",
  );
  process.exitCode = 1;
}
