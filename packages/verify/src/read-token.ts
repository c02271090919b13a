import { UsageError } from "./read-options.js";

/** Where a token may come from. */
export interface TokenSource {
  env: Readonly<Record<string, string | undefined>>;
  /** Standard input, undefined when it is a terminal. */
  stdin: AsyncIterable<Buffer | string> | undefined;
}

const longest = 65_536;
/** Shorter ones are no tokens; taking them out of a report would tear holes into plain words. */
const shortest = 8;

/**
 * Takes the token from `VPCEP_TOKEN`, or else from standard input.
 *
 * @throws UsageError when there is none, or when it cannot be sent; the message never shows it.
 */
export async function readToken({ env, stdin }: TokenSource): Promise<string> {
  let token = env["VPCEP_TOKEN"]?.trim() ?? "";
  if (token === "" && stdin !== undefined)
    for await (const chunk of stdin) {
      token += String(chunk);
      if (token.length > longest)
        throw new UsageError("What standard input holds is no token: too long.");
    }
  token = token.trim();
  if (token === "")
    throw new UsageError("No token: set VPCEP_TOKEN, or send it by standard input.");
  if (token.length < shortest)
    throw new UsageError(`The token has fewer than ${shortest} characters.`);
  // fetch would say the same, and show the token.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      "The token has characters that no header can carry, such as spaces or line ends.",
    );
  return token;
}
