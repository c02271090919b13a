import { execFileSync } from "node:child_process";

/** Runs git for reading; what it prints, or undefined when it fails. */
export function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "ignore"],
      // Nothing may be asked for or fetched: a review reads what is there.
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" },
    });
  } catch {
    return undefined;
  }
}
