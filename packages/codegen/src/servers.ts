import { isObject, type JsonObject } from "@vpcep/contract-reader";

/**
 * Generates the client's `servers.gen.ts`, which contains the base URL of each server that has an `x-region`, keyed by
 * region.
 *
 * @throws Error if no server has an `x-region`.
 */
export function generateServers({ servers }: JsonObject): string {
  const entries = (Array.isArray(servers) ? servers : []).filter(isObject).flatMap((server) => {
    const { url, description, "x-region": region } = server;
    if (typeof region !== "string" || typeof url !== "string") return [];
    const text = typeof description === "string" ? description : region;
    return [`  /** ${text} */\n  ${JSON.stringify(region)}: ${JSON.stringify(url)},`];
  });
  if (entries.length === 0)
    throw new Error("openapi/openapi.yaml: no server has an x-region. Add x-region to a server.");
  return `/**
 * Generated from the servers in openapi/openapi.yaml. Don't edit. Run \`npm run generate\`.
 */

/** Base URL of the service in each region of the contract. */
export const servers = {
${entries.join("\n")}
} as const;
`;
}
