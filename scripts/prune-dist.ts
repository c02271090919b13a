// Deletes files in dist/ that can't be reached from an entry point in package.json, such as the output of deleted
// source files and the declarations of internal modules. Run this script in a package's folder after compilation. The
// build doesn't clear dist/ first, because a compiler error would then leave no usable output. If an import can't be
// resolved, the script doesn't delete any files.
import { access, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** An `exports` value: a path or nested conditions. */
type Entry = string | { [condition: string]: Entry };

interface Manifest {
  exports: Record<string, Entry>;
  bin?: Record<string, string>;
}

const { exports, bin = {} } = JSON.parse(await readFile("package.json", "utf8")) as Manifest;

const filesOf = (entry: Entry): string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry).flatMap(filesOf);

const entries = [...Object.values(exports), ...Object.values(bin)]
  .flatMap(filesOf)
  .map((file) => join(file))
  .filter((file) => file.startsWith("dist"));

const there = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Returns the files that a module or declaration file imports by relative path. */
function imported(file: string, text: string): string[] {
  const places = [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, place]) => join(dirname(file), place ?? ""),
  );
  return /\.d\.c?ts$/.test(file)
    ? places.map((place) => place.replace(/\.(c?)js$/, ".d.$1ts"))
    : places;
}

const reached = new Set(entries);
// Iterating over a set also visits entries added during the loop.
for (const file of reached) {
  if (!(await there(file)))
    throw new Error(`${file} doesn't exist, but package.json or an import refers to it.`);
  for (const next of imported(file, await readFile(file, "utf8"))) reached.add(next);
}
for (const entry of await readdir("dist", { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  // Keep a source map if its source file is kept.
  if (entry.isFile() && !reached.has(file.replace(/\.map$/, ""))) await rm(file);
}
