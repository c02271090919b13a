import type { Credentials } from "./credentials.js";

/** Credentials that can be told which of their headers were refused. */
export type Authorize = (
  request: Parameters<Credentials>[0],
  refused?: ReturnType<Credentials>,
) => ReturnType<Credentials>;

/**
 * Headers with a token. A token that a function gave is kept, also while it is on its way, so that concurrent calls
 * share it. Naming the headers that were refused makes way for a fresh token, once for all who had the old one.
 */
export function tokenCredentials(token: string | (() => string | Promise<string>)): Authorize {
  let current: Promise<Awaited<ReturnType<Credentials>>> | undefined;
  const ask = async () => ({ "X-Auth-Token": typeof token === "function" ? await token() : token });
  return (_, refused) => {
    if (!current || current === refused) {
      current = ask();
      current.catch(() => (current = undefined));
    }
    return current;
  };
}
