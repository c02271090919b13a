import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

import { newerNode } from "./newer-node.js";
import { bench, contract, generated, root, scratch } from "./places.js";
import { mustRun } from "./run-process.js";

/**
 * Installs the pinned libraries if necessary, and runs the code generators with the bundled contract. The generated code
 * isn't committed.
 *
 * @throws Error if the repository isn't built or a library can't be installed.
 */
export async function preparePeers(progress: (text: string) => void): Promise<void> {
  await access(contract).catch(() => {
    throw new Error("The contract isn't bundled yet. Run: npm run build");
  });
  const lock = await readFile(join(bench, "package-lock.json"), "utf8");
  const marker = join(bench, "node_modules/.installed-lock");
  if ((await readFile(marker, "utf8").catch(() => "")) !== lock) {
    progress("installing …");
    await mustRun("npm", ["ci", "--ignore-scripts", "--prefer-offline"], { cwd: bench });
    await writeFile(marker, lock);
  }
  // Regenerates the clients only if the lock file or the contract has changed.
  const made = join(generated, ".made-from");
  const from = lock + (await readFile(contract, "utf8"));
  if ((await readFile(made, "utf8").catch(() => "")) === from) return;
  progress("generating …");
  await rm(generated, { recursive: true, force: true });
  await mkdir(generated, { recursive: true });
  const node = newerNode();
  const bin = (name: string): string => join(bench, "node_modules/.bin", name);
  await mustRun(
    node,
    [bin("openapi-ts"), "-i", contract, "-o", join(generated, "hey-api"), "--silent"],
    { cwd: bench },
  );
  await mustRun(
    node,
    [
      bin("orval"),
      ...["--input", contract, "--output", join(generated, "orval/client.ts"), "--client", "fetch"],
    ],
    { cwd: bench },
  );
  await mustRun(
    join(root, "node_modules/.bin/redocly"),
    ["generate-client", contract, "-o", join(generated, "redocly/client.ts")],
    { cwd: bench },
  );
  await mustRun(
    join(root, "node_modules/.bin/openapi-typescript"),
    [contract, "-o", join(generated, "openapi-typescript/schema.d.ts")],
    { cwd: scratch },
  );
  // Compile the generated TypeScript code to JavaScript, because a project that uses the code would also compile it.
  for (const [name, entry] of [
    ["hey-api", "hey-api/index.ts"],
    ["redocly", "redocly/client.ts"],
  ] as const)
    await build({
      stdin: {
        contents: `export * from "./${entry}";${name === "hey-api" ? 'export { createClient } from "./hey-api/client/index.js";' : ""}`,
        resolveDir: generated,
      },
      bundle: true,
      format: "esm",
      platform: "neutral",
      target: "es2022",
      outfile: join(generated, `${name}.js`),
      logLevel: "error",
    });
  await writeFile(made, from);
}
