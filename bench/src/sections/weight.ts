import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { type BundleSize, bundleClient } from "../bundle-client.js";
import { clientSubjects, type ClientSubject, ours } from "../client-subjects.js";
import { kilobytes, spread } from "../format.js";
import { installClient, type InstalledClient } from "../install-client.js";
import { interleave } from "../interleave.js";
import { packageVersions } from "../package-versions.js";
import { bench } from "../places.js";
import { mustRun } from "../run-process.js";
import type { Findings, Goal, Section } from "../section.js";
import { summarize } from "../statistics.js";
import { rounds } from "../trial.js";

interface Weight {
  subject: ClientSubject;
  bundle: BundleSize;
  installed: InstalledClient;
}

const count = rounds(25);

async function timeImport(entry: string): Promise<number> {
  const run = await mustRun(process.execPath, [join(bench, "subjects/time-import.mjs"), entry]);
  return Number(run.stdout);
}

const byPath = "ours, imported by path";

/** Writes a module that imports our client by path, so that Node doesn't have to resolve the package name. */
async function entryByPath(entry: string): Promise<string> {
  const file = join(dirname(entry), "call-by-path.mjs");
  const text = await readFile(entry, "utf8");
  await writeFile(
    file,
    text.replace('"@vpcep/client"', '"./node_modules/@vpcep/client/dist/index.js"'),
  );
  return file;
}

/** Compares our client with clients that also have retries, timeouts, and typed errors. */
function judge(weights: readonly Weight[], importMs: Map<string, number[]>): Goal[] {
  const own = weights.find(({ subject }) => subject === ours);
  const equals = weights.filter(
    ({ subject }) =>
      subject.retries && subject.timeouts && subject.typedErrors && subject.ours !== true,
  );
  if (own === undefined) return [];
  const figures: [string, (weight: Weight) => number][] = [
    ["minified", ({ bundle }) => bundle.minified],
    ["gzipped", ({ bundle }) => bundle.gzipped],
    ["brotli", ({ bundle }) => bundle.brotli],
    ["import time", ({ subject }) => summarize(importMs.get(subject.label) ?? []).median],
    ["size on disk", ({ installed }) => installed.bytes],
  ];
  const lost = figures.filter(([, figure]) => equals.some((peer) => figure(peer) <= figure(own)));
  const without = weights.filter(
    ({ subject }) => subject.retries && subject.timeouts && !subject.typedErrors,
  );
  const lighter = without.filter(({ bundle }) => bundle.gzipped < own.bundle.gzipped);
  return [
    {
      goal: "Smaller than the other clients with retries, timeouts, and typed errors",
      held: lost.length === 0,
      seen:
        `${kilobytes(own.bundle.gzipped)} gzipped compared with ` +
        equals
          .map((peer) => `${kilobytes(peer.bundle.gzipped)} (${peer.subject.label})`)
          .join(", ") +
        (lost.length === 0 ? "" : `; worse in ${lost.map(([name]) => name).join(", ")}`) +
        `; smaller clients with retries and timeouts but without typed errors: ${lighter.map(({ subject }) => subject.label).join(", ") || "none"}`,
    },
  ];
}

async function run(progress: (text: string) => void): Promise<Findings> {
  const versions = await packageVersions(clientSubjects.map((subject) => subject.package));
  const weights: Weight[] = [];
  for (const subject of clientSubjects) {
    progress(`bundling and installing ${subject.label}`);
    weights.push({
      subject,
      bundle: await bundleClient(subject),
      installed: await installClient(subject, versions),
    });
  }
  const entries = weights.map(
    ({ subject, installed }) => [subject.label, installed.entry] as const,
  );
  const own = entries.find(([label]) => label === ours.label)?.[1] ?? "";
  const importMs = await interleave(
    [...entries, [byPath, await entryByPath(own)] as const].map(([name, entry]) => ({
      name,
      measure: () => timeImport(entry),
    })),
    count,
    1,
    (round) => {
      progress(`import time: round ${round} of ${count}`);
    },
  );
  const yes = (value: boolean): string => (value ? "yes" : "–");
  return {
    method: [
      "Size is measured for a module that makes the same call with each client (subjects/clients/), bundled and minified with esbuild for browsers (the vendor's SDK for Node) and compressed with gzip level 9 and brotli level 11.",
      `Import time is measured for the installed, unbundled client in a new Node process, in up to ${count} alternating rounds.`,
      "Size on disk is the size of the files that npm installs into an empty folder (our packages come from tarballs) or, for generated clients, of the generated files. The size on disk doesn't include unused space in file system blocks.",
    ],
    versions,
    tables: [
      {
        title: "Size of a module that makes one call",
        columns: [
          ...["client", "retries", "timeouts", "typed errors", "minified", "gzipped", "brotli"],
          ...["import, ms", "files", "on disk"],
        ],
        rows: weights.map(({ subject, bundle, installed }) => [
          subject.label,
          yes(subject.retries),
          yes(subject.timeouts),
          yes(subject.typedErrors),
          kilobytes(bundle.minified),
          kilobytes(bundle.gzipped),
          kilobytes(bundle.brotli),
          spread(summarize(importMs.get(subject.label) ?? [])),
          String(installed.files),
          kilobytes(installed.bytes),
        ]),
      },
    ],
    goals: judge(weights, importMs),
    remarks: [
      `If our client is imported by path instead of by package name, the import takes ${spread(summarize(importMs.get(byPath) ?? []))} ms.`,
    ],
  };
}

export const weight: Section = { name: "weight", title: "Client size", run };
