import { execFile } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, test } from "@jest/globals";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

async function markdownFiles(): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
    { cwd: root },
  );
  const listed = stdout.split("\n").filter((file) => file !== "");
  const present = await Promise.all(listed.map((file) => exists(join(root, file))));
  return listed.filter((_, index) => present[index]);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Returns the anchors that GitHub generates for headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/\[(.*?)\]\(.*?\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("relative links in Markdown files point to existing files and headings", async () => {
  const files = await markdownFiles();
  expect(files.length).toBeGreaterThan(20);
  const broken: string[] = [];
  // Links in the guide are relative to the generated site.
  for (const file of files.filter((path) => !path.startsWith("packages/docs/guide/"))) {
    const text = (await readFile(join(root, file), "utf8")).replace(/^```[\s\S]*?^```/gm, "");
    for (const [, link = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(root, file) : join(root, dirname(file), path);
      if (!(await exists(target))) broken.push(`${file}: ${link}`);
      else if (anchor !== undefined && target.endsWith(".md")) {
        if (!anchorsOf(await readFile(target, "utf8")).includes(anchor))
          broken.push(`${file}: ${link}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test("each decision record has the same sections and is listed in the index", async () => {
  const folder = join(root, "docs/decisions");
  const index = await readFile(join(folder, "README.md"), "utf8");
  const files = (await readdir(folder)).filter((file) => file !== "README.md");
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8");
    const title = /^# (.+)\n/.exec(text)?.[1];
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect([file, headings]).toEqual([file, ["Context", "Decision", "Consequences"]]);
    expect(index).toContain(`- [${title ?? ""}](${file})`);
  }
});
