/** The progress bar shown while a recording is read. */
export interface Progress {
  update(share: number, responses: number): void;
  /** Removes the bar. */
  clear(): void;
}

const everyMs = 100;

/** @param write Writes text to the terminal. If undefined, no progress bar is shown. */
export function showProgress(write: ((text: string) => void) | undefined): Progress {
  let last = 0;
  return {
    update(share, responses) {
      if (write === undefined) return;
      const now = performance.now();
      if (now - last < everyMs) return;
      last = now;
      const filled = Math.round(share * 24);
      const bar = "█".repeat(filled) + "░".repeat(24 - filled);
      write(
        `\r${bar} ${Math.floor(share * 100)} %  ${responses.toLocaleString("en")} responses\u001b[K`,
      );
    },
    clear() {
      if (last > 0) write?.("\r\u001b[K");
    },
  };
}
