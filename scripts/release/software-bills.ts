import { createHash } from "node:crypto";

import { runTool } from "@vpcep/run-tool";
import { workspacePackages } from "./workspace-packages.js";

interface Component {
  "bom-ref": string;
  name: string;
  version: string;
  licenses?: { license?: { id?: string }; expression?: string }[];
}

/** The properties of a CycloneDX document that this module reads or changes. */
export interface SoftwareBill {
  serialNumber: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/**
 * Creates a software bill of materials (CycloneDX 1.5) for each public package. Each document lists the package and its
 * run-time dependencies from the lock file. The same lock file and time always produce the same documents.
 *
 * `npm sbom --omit=dev` omits a package that is a development dependency in one workspace but a regular dependency in
 * another. Therefore, npm lists all packages, and this function selects each package's dependencies.
 *
 * @param time the release commit's time in ISO 8601 format.
 * @returns a map from package names to documents.
 * @throws Error if `npm sbom` fails; the message contains npm's output.
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

/** Selects one package and its dependencies. */
function pickOut(
  bill: SoftwareBill,
  name: string,
  atRunTime: ReadonlyMap<string, readonly string[]>,
): SoftwareBill {
  // npm uses a workspace's folder name as the component name. Only `bom-ref` contains the package name.
  const components = bill.components.map((component) => ({
    ...component,
    name: nameOf(component["bom-ref"]),
  }));
  const subject = components.find((component) => component.name === name);
  if (subject === undefined) throw new Error(`npm sbom doesn't list ${name}. Run npm install.`);
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

/** Sets the time, and replaces npm's random serial number with a content hash. */
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
  // UUID version 8 (custom).
  return { ...timed, serialNumber: `urn:uuid:${a}-${b}-8${c}-a${d}-${e}` };
}
