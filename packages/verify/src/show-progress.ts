/** A line that is written again and again while a recording is read. */
export interface Progress {
  update(share: number, answers: number): void;
  /** Takes the line away. */
  clear(): void;
}

const everyMs = 100;

/** @param write Undefined when nobody looks: then nothing is shown. */
export function showProgress(write: ((text: string) => void) | undefined): Progress {
  let last = 0;
  return {
    update(share, answers) {
      if (write === undefined) return;
      const now = performance.now();
      if (now - last < everyMs) return;
      last = now;
      const filled = Math.round(share * 24);
      const bar = "█".repeat(filled) + "░".repeat(24 - filled);
      write(
        `\r${bar} ${Math.floor(share * 100)} %  ${answers.toLocaleString("en")} answers\u001b[K`,
      );
    },
    clear() {
      if (last > 0) write?.("\r\u001b[K");
    },
  };
}
