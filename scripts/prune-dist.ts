// Run in a package after its compilers: deletes from dist what no entry of its package.json leads to, by the imports
// in the modules and in the declarations. That is what a deleted source has left behind, and the declarations of
// modules that nobody outside can name; both would be published. Deleting dist before the build would lose the last
// good one when the compiler finds an error. Fails, and deletes nothing, when an import is not found.
import { access, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** An entry, by condition at any depth. */
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

/** Files that a module or a declaration imports by a relative path. */
function imported(file: string, text: string): string[] {
  const places = [...text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, place]) => join(dirname(file), place ?? ""),
  );
  return /\.d\.c?ts$/.test(file)
    ? places.map((place) => place.replace(/\.(c?)js$/, ".d.$1ts"))
    : places;
}

const reached = new Set(entries);
// A set hands out what is added while it is walked.
for (const file of reached) {
  if (!(await there(file)))
    throw new Error(`${file} is missing: package.json or an import leads there.`);
  for (const next of imported(file, await readFile(file, "utf8"))) reached.add(next);
}
for (const entry of await readdir("dist", { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  // A map goes with what it maps.
  if (entry.isFile() && !reached.has(file.replace(/\.map$/, ""))) await rm(file);
}
