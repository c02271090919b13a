import { LineCounter, parseDocument, isNode } from "yaml";

/** A check in provenance.yaml. The comment at the beginning of provenance.yaml explains the keys. */
export interface Check {
  at: string;
  expect?: unknown;
  contains?: unknown[];
  lacks?: string[];
  mentions?: string[];
  accepts?: unknown[];
  rejects?: unknown[];
}

export interface Fact {
  id: string;
  source: { document: string; place?: string; entry?: string };
  says: string;
  checks: Check[];
}

export interface Deviation {
  id: string;
  conflict: string;
  decision: string;
  reason: string;
  at: string[];
  checks?: Check[];
}

export interface Provenance {
  sources: Record<string, { title: string; kind: string }>;
  inventory: Record<string, string[]>;
  facts: Fact[];
  deviations: Deviation[];
}

/** The content of provenance.yaml, with line numbers. */
export interface ReadProvenance extends Provenance {
  /** Returns the line number for a path or, if it doesn't exist, for its closest existing parent. Starts at 1. */
  line: (path: readonly (string | number)[]) => number;
}

/** @throws Error if the text is not valid YAML; the message contains the line number. */
export function readProvenance(text: string): ReadProvenance {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined)
    throw new Error(
      `openapi/provenance.yaml:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0] ?? ""}`,
    );
  const line = (path: readonly (string | number)[]): number => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : line(path.slice(0, -1));
  };
  const content = (document.toJS() ?? {}) as Partial<Provenance>;
  const { sources = {}, inventory = {}, facts = [], deviations = [] } = content;
  return { sources, inventory, facts, deviations, line };
}
