// The review as a command: reads its arguments, prints the report, and ends with 0, 1 or 2.
// See README.md for what they mean. Writes nothing but the file named by --output.
import { runCommand } from "./run-command.js";

const root = process.env["INIT_CWD"] ?? process.cwd();
process.exitCode = await runCommand(process.argv.slice(2), root, {
  out: (text) => process.stdout.write(text),
  error: (line) => process.stderr.write(`${line}\n`),
});
