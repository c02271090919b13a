import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";

import { Description, type FileSource } from "../load/description.js";
import { ReviewError } from "../review-error.js";
import { git, readFolder, resolveCommit } from "./history.js";

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
 * tree. The working tree is only read.
 *
 * @throws ReviewError when it is none of these, or not an OpenAPI description.
 */
export function openSide(root: string, written: string | undefined): Side {
  if (written === undefined) return folderSide(root, contractFile, "the working tree", true);
  const path = resolve(root, written);
  if (isFile(path)) {
    const isInside = isWithin(realpathSync(root), realpathSync(path));
    const boundary = isInside ? root : repositoryOf(dirname(path));
    return folderSide(
      boundary,
      relative(realpathSync(boundary), realpathSync(path)).split(sep).join("/"),
      written,
      path === resolve(root, contractFile),
    );
  }
  const colon = written.indexOf(":");
  const ref = colon === -1 ? written : written.slice(0, colon);
  const file = colon === -1 ? contractFile : written.slice(colon + 1);
  return commitSide(root, ref, resolveCommit(root, ref), file);
}

/**
 * A checkout of this repository that is only data: its contract, provenance, changesets and
 * `review.accepted.yaml` are read; nothing in it is run, and no link in it is followed out of it.
 *
 * @throws ReviewError when the folder has no contract.
 */
export function openFolder(folder: string): Side {
  if (!isFile(resolve(folder, contractFile)))
    throw new ReviewError(`${folder} has no ${contractFile}.`);
  return folderSide(folder, contractFile, "the head folder", true);
}

/** @param boundary folder that no reference and no symbolic link leaves */
function folderSide(boundary: string, file: string, label: string, isOwnContract: boolean): Side {
  const top = realpathSync(boundary);
  const source: FileSource = {
    label,
    read: (path) => {
      const wanted = resolve(top, path);
      if (!isWithin(top, wanted) || !isFile(wanted)) return undefined;
      return isWithin(top, realpathSync(wanted)) ? readFileSync(wanted, "utf8") : undefined;
    },
  };
  return {
    description: new Description(source, file),
    commit: undefined,
    isOwnContract,
    list: (folder) => {
      const wanted = resolve(top, folder);
      try {
        return isWithin(top, realpathSync(wanted)) ? readdirSync(wanted) : [];
      } catch {
        return [];
      }
    },
  };
}

function commitSide(root: string, ref: string, commit: string, file: string): Side {
  // A description in many files needs most of its folder; one in a single file needs nothing else.
  let folder: ReadonlyMap<string, string> | undefined;
  const source: FileSource = {
    label: ref,
    read: (path) => {
      if (path !== file) folder ??= readFolder(root, commit, posix.dirname(file));
      return folder?.get(path) ?? git(root, "cat-file", "blob", `${commit}:${path}`);
    },
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

/** The repository that a file outside the current one belongs to; its folder when there is none. */
function repositoryOf(folder: string): string {
  return git(folder, "rev-parse", "--show-toplevel")?.trim() ?? folder;
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
