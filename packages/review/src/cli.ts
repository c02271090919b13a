// Command-line entry point. README.md lists the options and exit codes.
import { runCommand } from "./run-command.js";

const root = process.env["INIT_CWD"] ?? process.cwd();
process.exitCode = await runCommand(process.argv.slice(2), root, {
  out: (text) => process.stdout.write(text),
  error: (line) => process.stderr.write(`${line}\n`),
});
