import { access, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { targets, type Target } from "@vpcep/codegen";
import { policyPage } from "@vpcep/review/policy-page";
import { format, resolveConfig } from "prettier";

import { workspacePackages } from "./release/workspace-packages.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(join(root, file))), parser: "markdown" });
}

/** The review's own documentation; it needs no contract. */
const policy: Target = {
  name: "review policy",
  file: "docs/review-policy.md",
  async text() {
    return formatted(this.file, await policyPage());
  },
};

/** The README, whose table of packages says what the manifests say. */
const readme: Target = {
  name: "table of packages",
  file: "README.md",
  async text() {
    const text = await readFile(join(root, this.file), "utf8");
    const section = /(<!-- packages: .* -->\n)[^]*(<!-- \/packages -->)/;
    if (!section.test(text)) throw new Error("README.md has no place for the table of packages.");
    const table = await packageTable();
    return formatted(
      this.file,
      text.replace(section, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`),
    );
  },
};

/** Published packages first; each with the sentence of its manifest. */
async function packageTable(): Promise<string> {
  const packages = await workspacePackages(root);
  const rows = await Promise.all(
    packages.map(async ({ folder, manifest: { name, description = "", private: isPrivate } }) => {
      const page = `${folder}/README.md`;
      const hasPage = await access(join(root, page)).then(
        () => true,
        () => false,
      );
      const link = hasPage ? `[\`${name}\`](${page})` : `\`${name}\``;
      return { isPrivate, row: `| ${link} | ${description} | ${isPrivate ? "no" : "yes"} |` };
    }),
  );
  const ordered = [...rows.filter((one) => !one.isPrivate), ...rows.filter((one) => one.isPrivate)];
  return [
    "| package | what it is | published |",
    "| --- | --- | --- |",
    ...ordered.map(({ row }) => row),
  ].join("\n");
}

/** Every committed file of the repository that is generated, as a whole or in part. */
export const generatedFiles: readonly Target[] = [...targets, policy, readme];
