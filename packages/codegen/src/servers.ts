import { isObject, type JsonObject } from "@vpcep/contract-reader";

/**
 * `servers.gen.ts` of the client: the base URL of each region, from the servers that name one (`x-region`). Servers
 * with variables belong to no region.
 *
 * @throws Error when no server names a region.
 */
export function generateServers({ servers }: JsonObject): string {
  const entries = (Array.isArray(servers) ? servers : []).filter(isObject).flatMap((server) => {
    const { url, description, "x-region": region } = server;
    if (typeof region !== "string" || typeof url !== "string") return [];
    const text = typeof description === "string" ? description : region;
    return [`  /** ${text} */\n  ${JSON.stringify(region)}: ${JSON.stringify(url)},`];
  });
  if (entries.length === 0)
    throw new Error("openapi/openapi.yaml, servers: none has an x-region. Add x-region to one.");
  return `/**
 * Generated from the servers in openapi/openapi.yaml. Never edit: run \`npm run generate\`.
 */

/** Base URL of the service in each region that the contract names. */
export const servers = {
${entries.join("\n")}
} as const;
`;
}
