import type { Description } from "../load/description.js";
import type { Site } from "../load/site.js";
import { compareKeys } from "./compare-keys.js";
import { compareOperations, operationElsewhere } from "./compare-operations.js";
import type { Comparison } from "./comparison.js";
import { methods } from "./methods.js";

/** Compares the paths, operation by operation. Names of path parameters do not tell paths apart. */
export function comparePaths(comparison: Comparison, base: Description, head: Description): void {
  const [olds, youngs] = [paths(base), paths(head)];
  for (const form of new Set([...olds.keys(), ...youngs.keys()])) {
    const [before, after] = [olds.get(form), youngs.get(form)];
    if (before !== undefined && after !== undefined) {
      const whole = comparison.start(after.path, "the path", "request");
      compareKeys(whole, before.item, after.item, pathElsewhere);
    }
    for (const method of methods) {
      const was = before?.item.follow(method);
      const is = after?.item.follow(method);
      const name = `${method.toUpperCase()} ${(after ?? before)?.path ?? form}`;
      if (was !== undefined && is !== undefined && before && after)
        compareOperations(
          comparison,
          name,
          { ...before, operation: was },
          { ...after, operation: is },
        );
      else if (was !== undefined || is !== undefined)
        comparison.start(name, "the operation", "request").findings.push({
          rule: is === undefined ? "operation-removed" : "operation-added",
          text: is === undefined ? "the operation is removed" : "the operation is added",
          base: was ?? before?.item ?? base.root.child("paths"),
          head: is ?? after?.item ?? head.root.child("paths"),
        });
    }
  }
  compareKeys(
    comparison.start("", "the paths", "request"),
    base.root.child("paths"),
    head.root.child("paths"),
    new Set([...pathNames(base), ...pathNames(head)]),
  );
}

const pathElsewhere = new Set<string>([...methods, ...operationElsewhere]);

interface PathItem {
  readonly path: string;
  readonly item: Site;
}

function paths(description: Description): Map<string, PathItem> {
  const all = description.root.child("paths");
  return new Map(
    pathNames(description).map((path) => [
      path.replace(/\{[^}]*\}/g, "{}"),
      { path, item: all.child(path).target },
    ]),
  );
}

function pathNames(description: Description): string[] {
  return Object.keys(description.root.child("paths").object).filter((name) => name.startsWith("/"));
}
