/**
 * Shows the progress of a section. In a terminal, the progress line is updated in place. Outside a terminal, only the
 * final line is printed.
 */
export function showProgress(name: string): {
  say: (text: string) => void;
  end: (text: string) => void;
} {
  const live = process.stdout.isTTY && process.env["CI"] === undefined;
  const label = name.padEnd(12);
  return {
    say(text) {
      if (live) process.stdout.write(`\r\u001B[2K${label} ${text}`);
    },
    end(text) {
      process.stdout.write(`${live ? "\r\u001B[2K" : ""}${label} ${text}\n`);
    },
  };
}
