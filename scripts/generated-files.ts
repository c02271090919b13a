import { access, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { targets, type Target } from "@vpcep/codegen";
import type { JsonObject } from "@vpcep/contract-reader";
import { policyPage } from "@vpcep/review/policy-page";
import { format, resolveConfig } from "prettier";

import { usage as mockUsage } from "../packages/mock/src/usage.js";
import { usage as verifyUsage } from "../packages/verify/src/read-options.js";
import { fieldList } from "./field-list.js";
import {
  callOptionTable,
  errorTable,
  mockOptionTable,
  optionTable,
  retryTable,
  waitOptionTable,
} from "./package-tables.js";
import { workspacePackages } from "./release/workspace-packages.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(join(root, file))), parser: "markdown" });
}

/** The review policy page, which doesn't depend on the contract. */
const policy: Target = {
  name: "review policy",
  file: "docs/review-policy.md",
  async text() {
    return formatted(this.file, await policyPage());
  },
};

/** A file in which only the text between markers such as `<!-- errors: … -->` and `<!-- /errors -->` is generated. */
const withRegions = (
  name: string,
  file: string,
  regions: Readonly<Record<string, (contract: JsonObject) => string | Promise<string>>>,
): Target => ({
  name,
  file,
  async text(contract) {
    let text = await readFile(join(root, file), "utf8");
    for (const [region, write] of Object.entries(regions)) {
      const place = new RegExp(`(<!-- ${region}: .* -->\\r?\\n)[^]*(<!-- /${region} -->)`);
      if (!place.test(text))
        throw new Error(`${file} has no markers <!-- ${region}: … --> and <!-- /${region} -->.`);
      const written = await write(contract);
      text = text.replace(
        place,
        (_, start: string, end: string) => `${start}\n${written}\n\n${end}`,
      );
    }
    return formatted(file, text);
  },
});

/** Returns a table of the packages and the descriptions in their manifests. Public packages come first. */
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
    "| package | description | public |",
    "| --- | --- | --- |",
    ...ordered.map(({ row }) => row),
  ].join("\n");
}

const block = (text: string): string => ["```text", text, "```"].join("\n");

/** All committed files that are fully or partly generated. */
export const generatedFiles: readonly Target[] = [
  ...targets,
  policy,
  withRegions("README tables", "README.md", {
    packages: packageTable,
    fields: fieldList,
    errors: () => errorTable(root),
    retries: retryTable,
  }),
  withRegions("client README tables", "packages/client/README.md", {
    options: () => optionTable(root),
    "call options": () => callOptionTable(root),
    "wait options": () => waitOptionTable(root),
    retries: retryTable,
    errors: () => errorTable(root),
  }),
  withRegions("mock README", "packages/mock/README.md", {
    help: () => block(mockUsage),
    options: () => mockOptionTable(root),
  }),
  withRegions("verify README", "packages/verify/README.md", { help: () => block(verifyUsage) }),
];
