import { createHash } from "node:crypto";

import { runTool } from "@vpcep/run-tool";
import { workspacePackages } from "./workspace-packages.js";

interface Component {
  "bom-ref": string;
  name: string;
  version: string;
  licenses?: { license?: { id?: string }; expression?: string }[];
}

/** The parts of a CycloneDX document that are rewritten here; the rest is npm's. */
export interface SoftwareBill {
  serialNumber: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * The software bill of materials (CycloneDX 1.5) of each published package by name: itself, all that it brings along
 * at run time, from the lock file.
 *
 * npm describes the repository as a whole, and its `--omit=dev` drops whatever is a development dependency of
 * one workspace and a real one of another. So npm describes everything, and what a package leads to is picked
 * out here. The same lock file and time give the same documents.
 *
 * @param time of the documents, ISO 8601: the time of the release's commit.
 * @throws Error with npm's words when it cannot read the lock file.
 */
export async function softwareBills(
  root: string,
  time: string,
): Promise<Map<string, SoftwareBill>> {
  const result = await runTool(
    "npm",
    ["sbom", "--sbom-format=cyclonedx", "--sbom-type=library", "--package-lock-only"],
    root,
  );
  if (result.code !== 0) throw new Error(`npm sbom failed:\n${result.stderr}`);
  const packages = await workspacePackages(root);
  const atRunTime = new Map(
    packages.map(({ manifest: { name, dependencies = {} } }): [string, string[]] => [
      name,
      Object.keys(dependencies),
    ]),
  );
  const bills = new Map<string, SoftwareBill>();
  for (const { manifest } of packages) {
    if (manifest.private) continue;
    const whole = JSON.parse(result.stdout) as SoftwareBill;
    bills.set(manifest.name, sign(pickOut(whole, manifest.name, atRunTime), time));
  }
  return bills;
}

/** Makes one package the subject of a bill, and keeps what it leads to. */
function pickOut(
  bill: SoftwareBill,
  name: string,
  atRunTime: ReadonlyMap<string, readonly string[]>,
): SoftwareBill {
  // npm names a workspace after its folder; the reference has the name of the package.
  const components = bill.components.map((component) => ({
    ...component,
    name: nameOf(component["bom-ref"]),
  }));
  const subject = components.find((component) => component.name === name);
  if (subject === undefined) throw new Error(`npm sbom does not list ${name}.`);
  const edges = new Map(
    bill.dependencies.map(({ ref, dependsOn }) => {
      const wanted = atRunTime.get(nameOf(ref));
      return [
        ref,
        dependsOn.filter((next) => wanted === undefined || wanted.includes(nameOf(next))),
      ];
    }),
  );
  const reached = new Set([subject["bom-ref"]]);
  for (const ref of reached) for (const next of edges.get(ref) ?? []) reached.add(next);
  return {
    ...bill,
    metadata: { ...bill.metadata, component: subject },
    components: components.filter(
      (component) => component !== subject && reached.has(component["bom-ref"]),
    ),
    dependencies: [...reached].map((ref) => ({ ref, dependsOn: edges.get(ref) ?? [] })),
  };
}

const nameOf = (ref: string): string => ref.slice(0, ref.lastIndexOf("@"));

/** Gives a bill its time, and a number that is a digest of its content instead of npm's random one. */
function sign(bill: SoftwareBill, timestamp: string): SoftwareBill {
  const timed = { ...bill, metadata: { ...bill.metadata, timestamp }, serialNumber: "" };
  const digest = createHash("sha256").update(JSON.stringify(timed)).digest("hex");
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ];
  // A UUID of version 8: a digest of one's own choice.
  return { ...timed, serialNumber: `urn:uuid:${a}-${b}-8${c}-a${d}-${e}` };
}
