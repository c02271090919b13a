export { failuresOf, schemaCompiler } from "./expectation.js";
export { findInProvenance, type ProvenanceFinding } from "./find-in-provenance.js";
export { readProvenance, type Check, type Provenance } from "./read-provenance.js";
