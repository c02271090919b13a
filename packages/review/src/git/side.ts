import { readFileSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { Description } from "../load/description.js";
import type { FileSource } from "../load/file-source.js";
import { ReviewError } from "../review-error.js";
import { git } from "./git.js";
import { resolveCommit } from "./resolve-commit.js";

/** Where the contract of a repository lies. */
export const contractFile = "openapi/openapi.yaml";

/** One side of the review: a description, and the files around it. */
export interface Side {
  readonly description: Description;
  /** The commit, for a git ref; undefined for files on disk. */
  readonly commit: string | undefined;
  /** Whether it is the contract of this repository, whose changesets, facts and lint rules count. */
  readonly isOwnContract: boolean;
  /** Names of the files in a folder of the same side; empty when there is no such folder. */
  list(folder: string): string[];
}

/**
 * Finds a side by what the caller wrote: a file, a git ref, or `ref:file`. Undefined stands for the working
 * tree. The working tree is only ever read.
 *
 * @throws ReviewError when it is none of these, or not an OpenAPI description.
 */
export function openSide(root: string, written: string | undefined): Side {
  if (written === undefined) return folderSide(root, contractFile, "the working tree", true);
  if (isFile(resolve(root, written)))
    return folderSide(
      root,
      written,
      written,
      resolve(root, written) === resolve(root, contractFile),
    );
  const [ref, path] = splitOnce(written);
  return commitSide(root, ref, resolveCommit(root, ref), path ?? contractFile);
}

function folderSide(root: string, file: string, label: string, isOwnContract: boolean): Side {
  const source: FileSource = {
    label,
    read: (path) =>
      isFile(resolve(root, path)) ? readFileSync(resolve(root, path), "utf8") : undefined,
  };
  return {
    description: new Description(source, file),
    commit: undefined,
    isOwnContract,
    list: (folder) => {
      try {
        return readdirSync(resolve(root, folder));
      } catch {
        return [];
      }
    },
  };
}

function commitSide(root: string, ref: string, commit: string, file: string): Side {
  const source: FileSource = {
    label: ref,
    read: (path) => git(root, "cat-file", "blob", `${commit}:${path}`),
  };
  if (source.read(file) === undefined)
    throw new ReviewError(`${ref} has no ${file}: there is nothing to compare with.`);
  return {
    description: new Description(source, file),
    commit,
    isOwnContract: file === contractFile,
    list: (folder) =>
      (git(root, "ls-tree", "--name-only", `${commit}:${folder}`) ?? "")
        .split("\n")
        .filter(Boolean),
  };
}

function splitOnce(written: string): [string, string | undefined] {
  const colon = written.indexOf(":");
  return colon === -1 ? [written, undefined] : [written.slice(0, colon), written.slice(colon + 1)];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
