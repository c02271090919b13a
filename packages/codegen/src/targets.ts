import type { Target } from "./generate.js";
import { generateModels } from "./models.js";
import { generateServers } from "./servers.js";
import { generateTypes } from "./types.js";
import { generateValidator } from "./validator.js";

/** Every committed file that is generated from the bundled contract. */
export const targets = [
  { name: "types", file: "packages/types/src/schema.gen.ts", text: generateTypes },
  { name: "models", file: "packages/types/src/models.gen.ts", text: generateModels },
  { name: "servers", file: "packages/client/src/servers.gen.ts", text: generateServers },
  { name: "validator", file: "packages/client/src/validator.gen.ts", text: generateValidator },
] as const satisfies readonly Target[];
