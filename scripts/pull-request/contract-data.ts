import { execFile } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { promisify } from "node:util";

import { isAlias, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";

const run = promisify(execFile);

/**
 * The files that a review reads from a pull request. No tool treats these files as configuration or code. All other
 * files are read from the base branch.
 */
const dataFiles = [
  /^openapi\/(openapi|provenance)\.yaml$/,
  // Redocly treats `redocly.*` files as configuration, which can load plugins.
  /^openapi\/(components|paths|workflows)\/([\w-]+\/)*(?!redocly\.)[\w-]+\.(yaml|yml|json)$/i,
  /^\.changeset\/[\w-]+\.md$/,
  /^review\.accepted\.yaml$/,
];
const dataFolders = ["openapi", ".changeset", "review.accepted.yaml"];

// These limits are far above the contract's size. Larger pull requests could overload the runner.
const limits = { files: 2_000, bytes: 10_000_000 };

/** Thrown if the pull request can't be read as data. The message includes the location and the reason. */
export class RefusedPullRequest extends Error {}

export interface DataFile {
  path: string;
  text: string;
}

/** Checks whether a review reads the given path from the pull request. */
export function isContractData(path: string): boolean {
  return dataFiles.some((pattern) => pattern.test(path));
}

/**
 * Reads a commit's contract data from Git's object database. No files are checked out, so Git filters, Git hooks, and
 * symbolic links have no effect. Symbolic links and submodules are skipped.
 *
 * @param commit a fetched commit or ref.
 * @throws RefusedPullRequest if the data is too large.
 */
export async function readContractData(root: string, commit: string): Promise<DataFile[]> {
  const { stdout } = await run("git", ["ls-tree", "-rlz", commit, "--", ...dataFolders], {
    cwd: root,
    maxBuffer: 1 << 28,
  });
  const entries = stdout.split("\0").flatMap((line) => {
    const [, mode, hash = "", size, path = ""] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line) ?? [];
    // The other modes are symbolic links (120000) and submodules (160000).
    const isRegular = mode === "100644" || mode === "100755";
    return isRegular && isContractData(path) ? [{ hash, size: Number(size), path }] : [];
  });
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > limits.files || bytes > limits.bytes)
    throw new RefusedPullRequest(
      `The contract has ${entries.length} files and ${bytes} bytes; the limit is ${limits.files} files and ${limits.bytes} bytes.`,
    );
  return Promise.all(
    entries.map(async ({ hash, path }) => {
      const blob = await run("git", ["cat-file", "blob", hash], { cwd: root, maxBuffer: 1 << 28 });
      return { path, text: blob.stdout };
    }),
  );
}

/** Keys that at least one tool treats as a reference to another document. */
const referenceKeys = ["$ref", "$dynamicRef", "operationRef", "externalValue"];

/**
 * Returns one message with a location for each problem that makes the data unsafe to read: invalid YAML, too many
 * aliases, or references to files outside the contract. Linters and bundlers would follow these references, even in
 * examples, and read local files or send requests.
 */
export function unsafeData(files: readonly DataFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => path.startsWith("openapi/"))
    .flatMap(({ path, text }) => {
      const lines = new LineCounter();
      const document = parseDocument(text, { lineCounter: lines });
      const at = (offset = 0): string => `${path}:${lines.linePos(offset).line}`;
      if (document.errors.length > 0)
        return document.errors.map(
          ({ pos, message }) => `${at(pos[0])}: ${message.split("\n")[0] ?? ""}`,
        );
      try {
        document.toJS({ maxAliasCount: 1_000 });
      } catch (error) {
        return [`${path}: ${error instanceof Error ? error.message : String(error)}`];
      }
      return referencesOf(document)
        .filter(({ to }) => !staysInside(to, path, known))
        .map(
          ({ key, to, offset }) =>
            `${at(offset)}: ${key} points to ${JSON.stringify(to)}, which is not a contract file.`,
        );
    });
}

interface Reference {
  key: string;
  to: string;
  offset: number;
}

function referencesOf(document: Document): Reference[] {
  const textOf = (node: unknown): string | undefined => {
    const resolved = isAlias(node) ? node.resolve(document) : node;
    return isScalar(resolved) && typeof resolved.value === "string" ? resolved.value : undefined;
  };
  const found: Reference[] = [];
  visit(document, {
    Pair: (_, pair, ancestors) => {
      const [key, to] = [textOf(pair.key), textOf(pair.value)];
      if (key === undefined || to === undefined) return;
      const [outer, inner] = ancestors.filter(isPair).slice(-2);
      const isMapping =
        textOf(inner?.key) === "mapping" &&
        textOf(outer?.key) === "discriminator" &&
        /[./]/.test(to);
      if (!referenceKeys.includes(key) && !isMapping) return;
      const offset = (pair.key as { range?: [number] }).range?.[0] ?? 0;
      found.push({ key, to, offset });
    },
  });
  return found;
}

function staysInside(reference: string, from: string, known: ReadonlySet<string>): boolean {
  const [file = ""] = reference.split("#", 1);
  if (file === "") return true;
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(file)) return false;
  try {
    return known.has(posix.join(posix.dirname(from), decodeURIComponent(file)));
  } catch {
    return false;
  }
}

/**
 * Replaces the contract data in `root`, a checkout of the base branch, with the data from a pull request.
 *
 * @throws RefusedPullRequest if the data is unsafe to read; in this case, no files are changed.
 */
export async function placeContractData(root: string, files: readonly DataFile[]): Promise<void> {
  const unsafe = unsafeData(files);
  if (unsafe.length > 0) throw new RefusedPullRequest(unsafe.join("\n"));
  for (const folder of ["openapi/components", "openapi/paths", "openapi/workflows"])
    await rm(join(root, folder), { recursive: true, force: true });
  for (const name of await readdir(join(root, ".changeset")).catch(() => []))
    if (isContractData(`.changeset/${name}`)) await rm(join(root, ".changeset", name));
  for (const file of ["openapi/openapi.yaml", "openapi/provenance.yaml", "review.accepted.yaml"])
    await rm(join(root, file), { force: true });
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
