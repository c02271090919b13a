// Measures the size and processor time of each feature of the client, compared with openapi-fetch.
import { basename, join } from "node:path";

import { build } from "esbuild";

import { bundleClient, type BundleSize } from "../bundle-client.js";
import { type CallCost, startAnswerServer, startCallProcess } from "../call-process.js";
import { clientSubjects, type ClientSubject, openapiFetch, ours } from "../client-subjects.js";
import { kilobytes, number, ratio } from "../format.js";
import { interleave } from "../interleave.js";
import { packageVersions } from "../package-versions.js";
import { root } from "../places.js";
import { printedBody } from "../printed-body.js";
import type { Findings, Goal, Section } from "../section.js";
import { ratios, summarize } from "../statistics.js";
import { rounds } from "../trial.js";

/** Thresholds above which the costs should be examined. */
const alarm = { bytes: 8000, ratio: 1.6 };

const callsOfBlock = 2000;
const count = rounds(25);
const warmUps = rounds(4);

const variant = (file: string, label: string): ClientSubject => ({ ...ours, file, label });

const unlimited = variant("ours-get-unlimited", "ours: GET without retries and timeouts");
const get = variant("ours-get", "ours: GET with the default retries and timeouts");
const method = variant("ours", "ours: getVpcEndpointService");
const waiting = variant("ours-waiting", "ours: waitForVpcEndpointService");
const signing = variant("ours-aksk", "ours: method with aksk");
const validating = variant("ours-validating", "ours: method with validate");

const peers = clientSubjects.filter(({ file }) => ["ky", "ofetch", "axios"].includes(file));
const sized = [openapiFetch, get, method, waiting, signing, validating, ...peers];
const timed = [openapiFetch, unlimited, get, method, waiting, validating, signing, ...peers];

/** The files of each feature of the client. */
const featureOf: Readonly<Record<string, string>> = {
  "index.mjs": "openapi-fetch itself",
  "create-client.ts": "GET and the methods",
  "check-arguments.ts": "checked options and arguments",
  "resolve-options.ts": "checked options and arguments",
  "base-url.ts": "regions and base URLs",
  "servers.gen.ts": "regions and base URLs",
  "credentials.ts": "tokens and their renewal",
  "pipeline.ts": "attempts, time limits, bounded body",
  "time-limit.ts": "attempts, time limits, bounded body",
  "read-body.ts": "attempts, time limits, bounded body",
  "retry-policy.ts": "what is sent again, and when",
  "errors.ts": "errors, without secrets",
  "vpcep-error.ts": "errors, without secrets",
  "make-error.ts": "errors, without secrets",
  "clean-text.ts": "errors, without secrets",
  "is-vpcep-error.ts": "errors, without secrets",
  "wait.ts": "waiting",
};

/** Minified size of each feature in a bundle of `createClient`, in bytes. */
async function bytesOfFeatures(): Promise<Map<string, number>> {
  const { metafile } = await build({
    stdin: {
      contents: 'export { createClient } from "./index.ts";',
      resolveDir: join(root, "packages/client/src"),
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    logLevel: "error",
  });
  const sums = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const name = basename(file);
      const feature = featureOf[name] ?? "the rest";
      sums.set(feature, (sums.get(feature) ?? 0) + bytesInOutput);
    }
  return new Map([...sums].sort(([, a], [, b]) => b - a));
}

/** Processor time per call of each client, in process, one call at a time, in alternating rounds. */
async function measureCalls(progress: (text: string) => void): Promise<Map<string, CallCost[]>> {
  const bodyFile = await printedBody();
  const server = await startAnswerServer(bodyFile);
  const started = [];
  try {
    for (const subject of timed)
      started.push({
        name: subject.label,
        process: await startCallProcess(subject, "in-process", server.url, bodyFile),
      });
    return await interleave(
      started.map(({ name, process }) => ({
        name,
        measure: () => process.measure(callsOfBlock, 1),
      })),
      count,
      warmUps,
      (round) => {
        progress(`calls in process: round ${round} of ${count}`);
      },
    );
  } finally {
    for (const { process } of started) process.stop();
    server.stop();
  }
}

function judge(size: BundleSize, costs: Map<string, CallCost[]>): Goal[] {
  const cost = cpuRatio(costs, get.label);
  return [
    {
      goal: `A client with one GET is at most ${kilobytes(alarm.bytes)}`,
      held: size.gzipped <= alarm.bytes,
      seen: `${kilobytes(size.gzipped)} gzipped, including openapi-fetch`,
    },
    {
      goal: `A GET takes at most ${alarm.ratio} times the processor time of openapi-fetch`,
      held: cost.median <= alarm.ratio,
      seen: `CPU ${ratio(cost)}`,
    },
  ];
}

const cpu = (costs: Map<string, CallCost[]>, label: string): number[] =>
  (costs.get(label) ?? []).map(({ cpuUs }) => cpuUs);

const cpuRatio = (costs: Map<string, CallCost[]>, label: string) =>
  ratios(cpu(costs, label), cpu(costs, openapiFetch.label));

async function run(progress: (text: string) => void): Promise<Findings> {
  progress("bundling");
  const sizes = await Promise.all(
    sized.map(async (subject) => [subject, await bundleClient(subject)] as const),
  );
  const features = await bytesOfFeatures();
  const costs = await measureCalls(progress);
  const own = sizes.find(([subject]) => subject === get)?.[1];
  const measured = costs.get(get.label)?.length ?? 0;
  return {
    method: [
      "Size: a module that makes one call (subjects/clients/), bundled and minified with esbuild for browsers, including openapi-fetch, and compressed with gzip level 9 and brotli level 11.",
      "createClient always includes the methods and waiting, so these rows differ only in the calling module. The table by feature has minified sizes from esbuild's metafile.",
      `CPU: user and system time of a client in its own process, in blocks of ${callsOfBlock.toLocaleString("en-US")} sequential calls to a stub of fetch that creates a Response; ${measured} alternating rounds after ${warmUps} warm-up rounds. Ratios are computed within a round.`,
    ],
    versions: await packageVersions(sized.map((subject) => subject.package)),
    tables: [
      {
        title: "Size of one call",
        columns: ["client", "minified", "gzipped", "brotli"],
        rows: sizes.map(([{ label }, { minified, gzipped, brotli }]) => [
          label,
          kilobytes(minified),
          kilobytes(gzipped),
          kilobytes(brotli),
        ]),
      },
      {
        title: "Size by feature, minified",
        columns: ["feature", "bytes"],
        rows: [...features].map(([feature, bytes]) => [feature, bytes.toLocaleString("en-US")]),
      },
      {
        title: "CPU per call, in process, one at a time",
        columns: ["client", "CPU µs", "CPU / openapi-fetch"],
        rows: timed.map(({ label }) => [
          label,
          number(summarize(cpu(costs, label)).median),
          ratio(cpuRatio(costs, label)),
        ]),
      },
    ],
    goals: own === undefined ? [] : judge(own, costs),
    remarks: [],
  };
}

export const features: Section = { name: "features", title: "Client, feature by feature", run };
