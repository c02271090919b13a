import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes a file under assets/ with a hash of its content in its name, so that it can be cached for ever. */
export async function writeAsset(
  out: string,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const file = `assets/${name.replace(/(\.\w+)$/, `.${hash}$1`)}`;
  await mkdir(join(out, "assets"), { recursive: true });
  await writeFile(join(out, file), content);
  return file;
}
