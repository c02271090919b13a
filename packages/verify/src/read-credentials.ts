import { aksk } from "@vpcep/client/aksk";

import { UsageError } from "./read-options.js";
import type { Authorize } from "./recorder.js";

/** Sources of credentials. */
export interface CredentialSource {
  env: Readonly<Record<string, string | undefined>>;
  /** Standard input; undefined if it is a terminal. */
  stdin: AsyncIterable<Buffer | string> | undefined;
}

/** The authentication function, and the secrets to redact in reports. */
export interface RunCredentials {
  authorize: Authorize;
  /** True if requests are signed with access keys; false if requests contain a token. */
  signed: boolean;
  secrets: readonly string[];
}

const longest = 65_536;
/** Minimum token length. Redacting shorter tokens would also replace ordinary words in reports. */
const shortest = 8;

/**
 * Reads access keys or a token from the environment, or a token from standard input.
 *
 * @throws UsageError if the credentials are missing or invalid. The error message contains no credentials.
 */
export async function readCredentials(
  { env, stdin }: CredentialSource,
  projectId: string,
): Promise<RunCredentials> {
  const [accessKey, secretKey, securityToken] = ["ACCESS_KEY", "SECRET_KEY", "SECURITY_TOKEN"].map(
    (name) => env[`VPCEP_${name}`]?.trim() ?? "",
  ) as [string, string, string];
  if (accessKey === "" && secretKey === "") {
    const token = await readToken(env["VPCEP_TOKEN"]?.trim() ?? "", stdin);
    return {
      signed: false,
      secrets: [token],
      authorize: () => Promise.resolve({ "x-auth-token": token }),
    };
  }
  if (accessKey === "" || secretKey === "")
    throw new UsageError("Set both VPCEP_ACCESS_KEY and VPCEP_SECRET_KEY.");
  if (env["VPCEP_TOKEN"] !== undefined)
    throw new UsageError("Set either VPCEP_TOKEN or VPCEP_ACCESS_KEY, not both.");
  for (const value of [accessKey, securityToken])
    if (value !== "" && !/^[!-+\--~]+$/.test(value))
      throw new UsageError(
        "VPCEP_ACCESS_KEY or VPCEP_SECURITY_TOKEN contains characters that are not allowed in a header.",
      );
  const sign = aksk({
    accessKey,
    secretKey,
    ...(securityToken !== "" && { securityToken }),
  });
  return {
    signed: true,
    secrets: [secretKey, accessKey, securityToken].filter((secret) => secret !== ""),
    authorize: async ({ method, url }) => {
      const { signal } = new AbortController();
      return sign({ method, url, projectId, signal });
    },
  };
}

async function readToken(fromEnv: string, stdin: CredentialSource["stdin"]): Promise<string> {
  let token = fromEnv;
  if (token === "" && stdin !== undefined)
    for await (const chunk of stdin) {
      token += String(chunk);
      if (token.length > longest) throw new UsageError("Standard input is too long to be a token.");
    }
  token = token.trim();
  if (token === "")
    throw new UsageError(
      "No credentials. Set VPCEP_TOKEN, or VPCEP_ACCESS_KEY and VPCEP_SECRET_KEY, or send a token to standard input.",
    );
  if (token.length < shortest)
    throw new UsageError(`The token must have at least ${shortest} characters.`);
  // Invalid tokens are rejected here, because the HTTP client's error message would contain the token.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      "The token contains characters that are not allowed in a header, such as spaces or line breaks.",
    );
  return token;
}
