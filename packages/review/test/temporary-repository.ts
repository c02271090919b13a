import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { runCommand } from "../src/run-command.js";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/** A temporary Git repository for a single test. */
export class TemporaryRepository {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "review-test-")));

  constructor() {
    this.git("init", "--quiet", "--initial-branch", "main");
    this.git("config", "user.name", "Test");
    this.git("config", "user.email", "test@example.invalid");
    this.git("config", "commit.gpgsign", "false");
  }

  /** Copies and commits the contract and the files that the review needs. */
  withContract(): this {
    for (const name of [
      "openapi/openapi.yaml",
      "openapi/components",
      "openapi/provenance.yaml",
      ".spectral.yaml",
    ])
      cpSync(join(workspace, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(workspace, "node_modules"), join(this.folder, "node_modules"));
    symlinkSync(join(workspace, "packages"), join(this.folder, "packages"));
    writeFileSync(join(this.folder, ".gitignore"), "node_modules\npackages\n");
    return this.commit("contract");
  }

  edit(file: string, from: string | RegExp, to: string): this {
    const path = join(this.folder, file);
    const text = readFileSync(path, "utf8");
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`${file} has no ${String(from)}`);
    writeFileSync(path, edited);
    return this;
  }

  write(file: string, text: string): this {
    execFileSync("mkdir", ["-p", join(this.folder, file, "..")]);
    writeFileSync(join(this.folder, file), text);
    return this;
  }

  commit(message: string): this {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
    return this;
  }

  git(...args: string[]): string {
    return execFileSync("git", args, { cwd: this.folder, encoding: "utf8" });
  }

  /** Runs the review command in the repository. */
  async review(...args: string[]): Promise<{ code: number; out: string; errors: string[] }> {
    let out = "";
    const errors: string[] = [];
    const code = await runCommand(args, this.folder, {
      out: (text) => (out += text),
      // Ignore progress lines because their timing and memory values vary.
      error: (line) => /\(\d+ s, \d+ MB\)$/.test(line) || errors.push(line),
    });
    return { code, out, errors };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
