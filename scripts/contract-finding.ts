/** One place of the contract that a linter objects to. Lines and columns count from 1. */
export interface ContractFinding {
  /** Relative to the root of the repository. */
  file: string;
  line: number;
  column: number;
  rule: string;
  tool: "Spectral" | "Redocly";
  reason: string;
  remedy: string;
}
