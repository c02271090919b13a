import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { targets, type Target } from "@vpcep/codegen";
import { policyPage } from "@vpcep/review/policy-page";
import { format, resolveConfig } from "prettier";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The review's own documentation; it needs no contract. */
const policy: Target = {
  name: "review policy",
  file: "docs/review-policy.md",
  async text() {
    const file = join(root, this.file);
    const options = await resolveConfig(file);
    return format(await policyPage(), { ...options, parser: "markdown" });
  },
};

/** Every committed file of the repository that is generated, as a whole or in part. */
export const generatedFiles: readonly Target[] = [...targets, policy];
