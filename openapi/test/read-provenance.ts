import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

/** One machine-checkable expectation of provenance.yaml; its head comment explains the keys. */
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

export const readProvenance = async (): Promise<Provenance> =>
  parse(await readFile(join(folder, "provenance.yaml"), "utf8")) as Provenance;

/** The bundled contract, as people get it. */
export const readBundle = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, "dist/openapi.json"), "utf8")) as Record<string, unknown>;
