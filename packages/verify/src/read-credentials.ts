import { aksk } from "@vpcep/client/aksk";

import { UsageError } from "./read-options.js";
import type { Authorize } from "./recorder.js";

/** Where credentials may come from. */
export interface CredentialSource {
  env: Readonly<Record<string, string | undefined>>;
  /** Standard input, undefined when it is a terminal. */
  stdin: AsyncIterable<Buffer | string> | undefined;
}

/** How requests are let in, and what of it must not get into a report. */
export interface RunCredentials {
  authorize: Authorize;
  /** Whether requests are signed with access keys, in place of a token. */
  signed: boolean;
  secrets: readonly string[];
}

const longest = 65_536;
/** Shorter ones are no tokens; taking them out of a report would damage plain words. */
const shortest = 8;

/**
 * Takes `VPCEP_ACCESS_KEY` and `VPCEP_SECRET_KEY`, or else `VPCEP_TOKEN`, or else the token from standard input.
 *
 * @throws UsageError when there are none, or when they cannot be sent; the message never shows them.
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
    throw new UsageError("VPCEP_ACCESS_KEY and VPCEP_SECRET_KEY belong together; set both.");
  if (env["VPCEP_TOKEN"] !== undefined)
    throw new UsageError("Set either VPCEP_TOKEN or VPCEP_ACCESS_KEY, not both.");
  for (const value of [accessKey, securityToken])
    if (value !== "" && !/^[!-+\--~]+$/.test(value))
      throw new UsageError("The access key or its token has characters that no header can carry.");
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
      if (token.length > longest) throw new UsageError("Standard input is too long for a token.");
    }
  token = token.trim();
  if (token === "")
    throw new UsageError(
      "No credentials: set VPCEP_TOKEN, or VPCEP_ACCESS_KEY and VPCEP_SECRET_KEY, or send a token by standard input.",
    );
  if (token.length < shortest)
    throw new UsageError(`The token has fewer than ${shortest} characters.`);
  // An HTTP client would say the same, and show the token.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      "The token has characters that no header can carry, such as spaces or line ends.",
    );
  return token;
}
