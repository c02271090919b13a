import type { Target } from "./generate.js";
import { generateExamples } from "./examples.js";
import { generateServers } from "./servers.js";
import { generateTypes } from "./types.js";
import { generateValidator } from "./validator.js";

/** Every committed file that is generated from the bundled contract. */
export const targets = [
  { name: "types", file: "packages/types/src/schema.gen.ts", text: generateTypes },
  { name: "servers", file: "packages/client/src/servers.gen.ts", text: generateServers },
  { name: "validator", file: "packages/client/src/validator.gen.ts", text: generateValidator },
  { name: "examples", file: "packages/mock/src/examples.gen.ts", text: generateExamples },
] as const satisfies readonly Target[];
