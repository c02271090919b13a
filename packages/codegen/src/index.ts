export { generate, staleFiles, writeFiles, type Target } from "./generate.js";
export { targets } from "./targets.js";
export { generateTypes } from "./types.js";
