import {
  appendToken,
  formatPointer,
  getAt,
  isObject,
  operationsOf,
  type JsonObject,
} from "@vpcep/contract-reader";

import { failuresOf, schemaCompiler } from "./expectation.js";
import { readProvenance, type Check, type ReadProvenance } from "./read-provenance.js";

/** A discrepancy between the contract and `openapi/provenance.yaml`. */
export interface ProvenanceFinding {
  /** Line number in `openapi/provenance.yaml`; the first line is 1. */
  line: number;
  reason: string;
  remedy: string;
}

/**
 * Compares the bundled contract with the contents of `openapi/provenance.yaml`. Reports every check that fails. A fact
 * is required for each property, parameter, header, security scheme, and response status in the contract, and for each
 * entry in the inventory of the source document.
 *
 * @throws Error if the text is not valid YAML; the message contains the line number.
 */
export function findInProvenance(text: string, contract: JsonObject): ProvenanceFinding[] {
  const provenance = readProvenance(text);
  return [
    ...brokenChecks(provenance, contract),
    ...missingFacts(provenance, contract),
    ...unclaimedRows(provenance),
    ...malformedEntries(provenance, contract),
  ].sort((one, other) => one.line - other.line);
}

function brokenChecks(provenance: ReadProvenance, contract: JsonObject): ProvenanceFinding[] {
  const compile = schemaCompiler(contract);
  const kinds = [
    ["fact", "facts"],
    ["deviation", "deviations"],
  ] as const;
  return kinds.flatMap(([kind, key]) =>
    provenance[key].flatMap(({ id, checks = [] }, index) =>
      checks.flatMap((check, at) =>
        failuresOf(check, contract, compile).map((reason) => ({
          line: provenance.line([key, index, "checks", at]),
          reason: `The contract doesn't match the ${kind} "${id}": ${reason}.`,
          remedy: "Correct the contract or the check.",
        })),
      ),
    ),
  );
}

/** Finds properties, parameters, headers, security schemes, and response statuses without a fact. */
function missingFacts(provenance: ReadProvenance, contract: JsonObject): ProvenanceFinding[] {
  const checks = provenance.facts.flatMap((fact) => fact.checks);
  const claimed = new Set(checks.map(({ at }) => at));
  const isClaimed = (pointer: string): boolean =>
    [...claimed].some((at) => at === pointer || at.startsWith(`${pointer}/`));
  const missing = (what: string, at: string, check = ""): ProvenanceFinding => ({
    line: provenance.line(["facts"]),
    reason: `No fact records the source of ${what}.`,
    remedy: `Add a fact under "facts":\n${example(what, at, check)}`,
  });
  return [
    ...propertyPointers(contract)
      .filter((pointer) => !claimed.has(pointer))
      .map((pointer) => missing(`the property ${pointer}`, pointer)),
    ...["parameters", "headers", "securitySchemes"].flatMap((kind) =>
      Object.keys(objectAt(contract, ["components", kind]))
        .map((name) => formatPointer(["components", kind, name]))
        .filter((pointer) => !isClaimed(pointer))
        .map((pointer) => missing(pointer, pointer)),
    ),
    ...operationsOf(contract).flatMap(({ pointer, operationId, operation }) => {
      const at = appendToken(pointer, "responses");
      const told = checks.flatMap((check) =>
        check.at === at && isObject(check.expect) ? Object.keys(check.expect) : [],
      );
      return Object.keys(objectAt(operation, ["responses"]))
        .filter((status) => !told.includes(status))
        .map((status) =>
          missing(`status ${status} in ${operationId ?? pointer}`, at, `{ "${status}": {} }`),
        );
    }),
  ];
}

const example = (what: string, at: string, check: string): string =>
  [
    `  - id: ${(/[\w-]+$/.exec(what)?.[0] ?? "new").replaceAll("_", "-").toLowerCase()}`,
    "    source: { document: <one of the sources> }",
    "    says: <what the source says, in your own words>",
    "    checks:",
    `      - at: ${at}`,
    `        expect: ${check === "" ? "{ type: <type> }" : check}`,
  ].join("\n");

const objectAt = (node: unknown, path: readonly string[]): JsonObject => {
  const value = getAt(node, path);
  return isObject(value) ? value : {};
};

/** Returns JSON Pointers to all component schema properties, including nested ones. */
function propertyPointers(contract: JsonObject): string[] {
  const below = (node: unknown, pointer: string): string[] =>
    Object.entries(objectAt(node, ["properties"])).flatMap(([name, child]) => {
      const at = appendToken(`${pointer}/properties`, name);
      return [at, ...below(child, at), ...below(getAt(child, ["items"]), `${at}/items`)];
    });
  return Object.entries(objectAt(contract, ["components", "schemas"])).flatMap(([name, schema]) =>
    below(schema, formatPointer(["components", "schemas", name])),
  );
}

/** Finds inventory entries without a fact, and facts about entries that aren't in the inventory. */
function unclaimedRows({ inventory, facts, line }: ReadProvenance): ProvenanceFinding[] {
  const rowOf = ({ place = "", entry = "" }: { place?: string; entry?: string }): string =>
    `${place}/${entry}`;
  const told = new Set(facts.map(({ source }) => rowOf(source)));
  const rows = Object.entries(inventory).flatMap(([place, entries]) =>
    entries.map((entry, index) => ({ row: `${place}/${entry}`, at: ["inventory", place, index] })),
  );
  const known = new Set(rows.map(({ row }) => row));
  return [
    ...rows
      .filter(({ row }) => !told.has(row))
      .map(({ row, at }) => ({
        line: line(at),
        reason: `No fact covers row ${row} in the source document.`,
        remedy: 'Add a fact whose "source" contains the "place" and "entry" of this row.',
      })),
    ...facts.flatMap(({ id, source }, index) =>
      source.place === undefined || known.has(rowOf(source))
        ? []
        : [
            {
              line: line(["facts", index]),
              reason: `The fact "${id}" refers to row ${rowOf(source)}, which isn't in the inventory.`,
              remedy: 'Correct "place" and "entry", or remove them if the fact has another source.',
            },
          ],
    ),
  ];
}

function malformedEntries(
  { sources, facts, deviations, line }: ReadProvenance,
  contract: JsonObject,
): ProvenanceFinding[] {
  const findings: ProvenanceFinding[] = [];
  const seen = new Set<string>();
  const report = (path: (string | number)[], reason: string, remedy: string): void => {
    findings.push({ line: line(path), reason, remedy });
  };
  const takeId = (id: string, path: (string | number)[]): void => {
    if (seen.has(id)) report(path, `The ID "${id}" is used twice.`, "Change one of the IDs.");
    seen.add(id);
  };
  for (const [index, { id, source, checks }] of facts.entries()) {
    const path = ["facts", index];
    takeId(id, path);
    if (!(source.document in sources))
      report(
        path,
        `The fact "${id}" has the unknown source "${source.document}".`,
        `Use one of ${Object.keys(sources).join(", ")}, or add the source under "sources".`,
      );
    if ((checks as Check[] | undefined)?.length === undefined || checks.length === 0)
      report(
        path,
        `The fact "${id}" has no checks.`,
        'Add "checks", each with a JSON Pointer in "at".',
      );
  }
  for (const [index, deviation] of deviations.entries()) {
    const { id, at } = deviation;
    takeId(id, ["deviations", index]);
    for (const key of ["conflict", "decision", "reason"] as const)
      if (!/\S/.test(deviation[key]))
        report(["deviations", index], `The deviation "${id}" has no ${key}.`, `Write the ${key}.`);
    if (at.length === 0)
      report(
        ["deviations", index],
        `The deviation "${id}" has no JSON Pointers.`,
        'Add JSON Pointers in "at".',
      );
    for (const pointer of at)
      if (getAt(contract, pointer) === undefined)
        report(
          ["deviations", index, "at"],
          `The deviation "${id}" refers to ${pointer}, which doesn't exist in the contract.`,
          "Correct the pointer or remove the deviation.",
        );
  }
  return findings;
}
