// Run in a package after tsc: deletes from dist what no file of src makes any more. tsc leaves such files, and
// they would be published. Deleting dist before the build would lose the last good one when tsc finds an error.
import { access, readdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";

const there = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

for (const entry of await readdir("dist", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const module = relative("dist", file).replace(/(\.d\.ts|\.js)$/, "");
  if (!(await there(join("src", `${module}.ts`)))) await rm(file);
}
