import type { Target } from "./generate.js";
import { generateExamples } from "./examples.js";
import { houseRulesPage } from "./house-rules.js";
import { generateModels } from "./models.js";
import { generateServers } from "./servers.js";
import { generateTypes } from "./types.js";
import { generateValidator } from "./validator.js";

/** The committed files that are generated from the contract or from our custom lint rules. */
export const targets = [
  { name: "types", file: "packages/types/src/schema.gen.ts", text: generateTypes },
  { name: "models", file: "packages/types/src/models.gen.ts", text: generateModels },
  { name: "servers", file: "packages/client/src/servers.gen.ts", text: generateServers },
  { name: "validator", file: "packages/client/src/validator.gen.ts", text: generateValidator },
  {
    name: "house rules",
    file: "packages/ruleset/README.md",
    text() {
      return houseRulesPage(this.file);
    },
  },
  { name: "examples", file: "packages/mock/src/examples.gen.ts", text: generateExamples },
] as const satisfies readonly Target[];
