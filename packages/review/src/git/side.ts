import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";

import { Description, type FileSource } from "../load/description.js";
import { ReviewError } from "../review-error.js";
import { git, readFolder, resolveCommit } from "./history.js";

/** The contract's path in this repository. */
export const contractFile = "openapi/openapi.yaml";

/** One of the two versions that the review compares: a description and its repository. */
export interface Side {
  readonly description: Description;
  /** Hash of the commit that contains the description; undefined for files on disk. */
  readonly commit: string | undefined;
  /**
   * Whether the description is the repository's own contract. Changesets, facts, and lint rules apply only to that
   * contract.
   */
  readonly isOwnContract: boolean;
  /** Lists the names of the files in a folder. Returns an empty list if the folder does not exist. */
  list(folder: string): string[];
}

/**
 * Opens a description from a file, a Git ref, or `ref:file`. Opens the working tree's contract if `written` is undefined.
 *
 * @throws ReviewError if no such file or commit exists, or if the file is not an OpenAPI description.
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
 * Opens an untrusted checkout of this repository. Reads only the checkout's contract, provenance, changesets, and
 * `review.accepted.yaml`. Runs no code from the checkout and follows no symbolic links that point outside it.
 *
 * @throws ReviewError if the folder has no contract.
 */
export function openFolder(folder: string): Side {
  if (!isFile(resolve(folder, contractFile)))
    throw new ReviewError(`${folder} has no ${contractFile}.`);
  return folderSide(folder, contractFile, "the head folder", true);
}

/**
 * @param boundary folder that contains the description; references and symbolic links to files outside this folder are
 *   not followed
 */
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
  // The first reference to another file loads the whole folder.
  let folder: ReadonlyMap<string, string> | undefined;
  const source: FileSource = {
    label: ref,
    read: (path) => {
      if (path !== file) folder ??= readFolder(root, commit, posix.dirname(file));
      return folder?.get(path) ?? git(root, "cat-file", "blob", `${commit}:${path}`);
    },
  };
  if (source.read(file) === undefined)
    throw new ReviewError(`${ref} has no ${file}. Choose another commit or file.`);
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

/** Returns the root of the repository that contains a folder, or the folder itself if it is not in a repository. */
function repositoryOf(folder: string): string {
  return git(folder, "rev-parse", "--show-toplevel")?.trim() ?? folder;
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
