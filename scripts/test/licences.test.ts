import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

import { judgeLicence } from "../judge-licence.js";
import { allowedForTools, allowedLicences, statedElsewhere } from "../licence-policy.js";
import { publishedPackages } from "../release/workspace-packages.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

interface LockedPackage {
  link?: boolean;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const nameOf = (place: string): string => place.split("node_modules/").at(-1) ?? place;
const licenceOf = (place: string): string =>
  statedElsewhere[nameOf(place)] ?? packages[place]?.license ?? "none";

/** Finds a dependency in the package's own folder or a parent folder. */
function resolve(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, "")) {
    const place = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === "") return undefined;
  }
}

/** Returns the lock file entries for the published packages' run-time dependencies. */
async function handedOut(): Promise<Set<string>> {
  const published = await publishedPackages(root);
  const reached = new Set(published.map(({ folder }) => folder));
  for (const place of reached)
    for (const name of Object.keys({
      ...packages[place]?.dependencies,
      ...packages[place]?.optionalDependencies,
    })) {
      const next = resolve(place, name);
      if (next !== undefined && packages[next]?.link !== true) reached.add(next);
    }
  return reached;
}

const refused = (places: Iterable<string>, allowed: readonly string[]): string[] =>
  [...places]
    .filter((place) => !judgeLicence(licenceOf(place), new Set(allowed)))
    .map((place) => `${nameOf(place)}: ${licenceOf(place)}`);

test("run-time dependencies of published packages have permissive licenses", async () => {
  const places = await handedOut();
  expect([...places]).toEqual(expect.arrayContaining(["node_modules/openapi-fetch"]));
  expect(refused(places, allowedLicences)).toEqual([]);
});

test("development dependencies have allowed licenses", () => {
  const installed = Object.keys(packages).filter(
    (place) => place.includes("node_modules/") && packages[place]?.link !== true,
  );
  expect(installed.length).toBeGreaterThan(500);
  const allowed = [...allowedLicences, ...allowedForTools.map(({ licence }) => licence)];
  expect(refused(installed, allowed)).toEqual([]);
});

test("the license policy has no unused entries", () => {
  const places = Object.keys(packages);
  const missing = Object.keys(statedElsewhere).filter(
    (name) => !places.some((place) => nameOf(place) === name),
  );
  const unused = [...allowedLicences, ...allowedForTools.map(({ licence }) => licence)].filter(
    (licence) => !places.some((place) => licenceOf(place).includes(licence)),
  );
  expect([...missing, ...unused]).toEqual([]);
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND GPL-3.0-only", false],
  ["GPL-3.0-only", false],
  ["none", false],
])("if only MIT is allowed, the result for %s is %s", (field, verdict) => {
  expect(judgeLicence(field, new Set(["MIT"]))).toBe(verdict);
});
