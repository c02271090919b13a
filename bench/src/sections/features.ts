// Measures the size and processor time of each client feature, compared with `openapi-fetch`.
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

/** Goals for a `GET` call: bundle size in bytes, and processor time relative to `openapi-fetch`. */
const alarm = { bytes: 8000, ratio: 1.6 };

const callsOfBlock = 2000;
const count = rounds(25);
const warmUps = rounds(4);

const variant = (file: string, label: string): ClientSubject => ({ ...ours, file, label });

const unlimited = variant("ours-get-unlimited", "ours: GET without retries or timeouts");
const get = variant("ours-get", "ours: GET with default retries and timeouts");
const method = variant("ours", "ours: getVpcEndpointService");
const waiting = variant("ours-waiting", "ours: waitForVpcEndpointService");
const signing = variant("ours-aksk", "ours: getVpcEndpointService with aksk");
const validating = variant("ours-validating", "ours: getVpcEndpointService with validate");

const peers = clientSubjects.filter(({ file }) => ["ky", "ofetch", "axios"].includes(file));
const sized = [openapiFetch, get, method, waiting, signing, validating, ...peers];
const timed = [openapiFetch, unlimited, get, method, waiting, validating, signing, ...peers];

/** Maps each source file to its feature. */
const featureOf: Readonly<Record<string, string>> = {
  "index.mjs": "openapi-fetch",
  "create-client.ts": "GET and named methods",
  "check-arguments.ts": "option and argument checks",
  "resolve-options.ts": "option and argument checks",
  "base-url.ts": "regions and base URLs",
  "servers.gen.ts": "regions and base URLs",
  "credentials.ts": "tokens and token renewal",
  "pipeline.ts": "attempts, time limits, body size limit",
  "time-limit.ts": "attempts, time limits, body size limit",
  "read-body.ts": "attempts, time limits, body size limit",
  "retry-policy.ts": "retry policy",
  "errors.ts": "error handling and secret removal",
  "vpcep-error.ts": "error handling and secret removal",
  "make-error.ts": "error handling and secret removal",
  "clean-text.ts": "error handling and secret removal",
  "is-vpcep-error.ts": "error handling and secret removal",
  "wait.ts": "polling",
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
      const feature = featureOf[name] ?? "other";
      sums.set(feature, (sums.get(feature) ?? 0) + bytesInOutput);
    }
  return new Map([...sums].sort(([, a], [, b]) => b - a));
}

/**
 * Measures each client's processor time per call. The calls run in-process and one at a time, and each round measures
 * all clients.
 */
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
      goal: `A client that makes one GET call is at most ${kilobytes(alarm.bytes)} gzipped`,
      held: size.gzipped <= alarm.bytes,
      seen: `${kilobytes(size.gzipped)} gzipped, including openapi-fetch`,
    },
    {
      goal: `A GET call takes at most ${alarm.ratio} times the processor time of openapi-fetch`,
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
      "Size is measured for a module that makes one call (subjects/clients/). The module is bundled and minified with esbuild for browsers, including openapi-fetch, and compressed with gzip level 9 and brotli level 11.",
      "createClient always includes the named methods and polling, so the modules for GET, getVpcEndpointService, and waitForVpcEndpointService differ only in the code that makes the call. The sizes by feature are minified sizes from esbuild's metafile.",
      `CPU: the user and system time of a client that runs in its own process, in blocks of ${callsOfBlock.toLocaleString("en-US")} sequential calls to a stub of fetch that creates a Response; ${measured} alternating rounds after ${warmUps} warm-up rounds. Each ratio compares values from the same round.`,
    ],
    versions: await packageVersions(sized.map((subject) => subject.package)),
    tables: [
      {
        title: "Size of a module that makes one call",
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
        title: "CPU time per call, in process, one call at a time",
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

export const features: Section = { name: "features", title: "Client features", run };
