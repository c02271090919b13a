export { examplesOf, type NamedExample } from "./examples.js";
export {
  expectationsOf,
  foldExpectations,
  isInCalendar,
  unmetExpectations,
  type Expectation,
  type UnmetExpectation,
} from "./expectations.js";
export { isObject, type Json, type JsonObject } from "./json.js";
export { createPathMatcher, type PathMatch } from "./match-path.js";
export {
  httpMethods,
  isHttpMethod,
  operationsOf,
  type HttpMethod,
  type Operation,
} from "./operations.js";
export { appendToken, escapeToken, formatPointer, getAt, parsePointer } from "./pointer.js";
export { readContract } from "./read-contract.js";
export { follow, fragmentTokens, referenceTarget } from "./references.js";
export {
  describeValues,
  foldMeanings,
  listMeanings,
  openEnumOf,
  type DocumentedValue,
  type OpenEnum,
} from "./open-enum.js";
