import type { Finding } from "../compare/comparison.js";
import type { Correction } from "./correction.js";

const only =
  (...patterns: RegExp[]) =>
  (findings: readonly Finding[]): boolean =>
    findings.length > 0 &&
    findings.every(({ rule }) => patterns.some((pattern) => pattern.test(rule)));

const nothing = (findings: readonly Finding[]): boolean => findings.length === 0;

/** Every case in which a break of `redocly diff` is not taken over. What no row names, is. */
export const corrections: readonly Correction[] = [];
export const predicates = { only, nothing };
