export { foldEnumMeanings } from "./fold-enum-meanings.js";
export { generateTypes } from "./generate-types.js";
