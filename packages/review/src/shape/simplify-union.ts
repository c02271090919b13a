import type { Site } from "../load/site.js";
import { addWords, limitValues } from "./build-shape.js";
import { demandOf } from "./demand-of.js";
import type { JsonType } from "./json-types.js";
import type { Shape, Union } from "./shape.js";

/**
 * Puts `anyOf` or `oneOf` into a shape in its plainest form: a choice of types is a set of types, a choice
 * of lists of values is one list, and a list of values beside its whole type is an open enum. What remains
 * is kept as a union; a `oneOf` whose branches share no type excludes nothing, so it is an `anyOf`.
 */
export function simplifyUnion(shape: Shape, union: Union, read: (branch: Site) => Shape): void {
  const branches = union.branches.map((branch) => ({ branch, shape: read(branch) }));
  const demands = branches.map((one) => demandOf(one.shape));
  const types = new Set(branches.flatMap((one) => [...one.shape.types]));
  const disjoint = branches.reduce((sum, one) => sum + one.shape.types.size, 0) === types.size;
  const isChoice = union.kind === "anyOf" || disjoint;
  if (shape.discriminator === undefined && branches.length > 0) {
    if (isChoice && demands.every((demand) => demand === "nothing")) {
      limitTypes(shape, types);
      keepWords();
      return;
    }
    if (demands.every((demand) => demand === "values") && (isChoice || distinct())) {
      limitValues(
        shape,
        branches.flatMap((one) => [...(one.shape.values?.values() ?? [])]),
      );
      keepWords();
      return;
    }
    const whole = branches.filter((_, index) => demands[index] === "nothing");
    const free = new Set(whole.flatMap((one) => [...one.shape.types]));
    const listed = branches.filter((one) => !whole.includes(one));
    if (
      union.kind === "anyOf" &&
      whole.length > 0 &&
      listed.every((one) => demandOf(one.shape) === "values" && within(one.shape.types, free))
    ) {
      limitTypes(shape, free);
      for (const one of listed)
        for (const [key, written] of one.shape.values ?? []) shape.documented.set(key, written);
      keepWords();
      return;
    }
  }
  shape.unions.push({ ...union, kind: disjoint ? "anyOf" : union.kind });

  function keepWords(): void {
    for (const one of branches)
      for (const [key, all] of one.shape.words)
        for (const written of all) addWords(shape, key, written);
  }

  function distinct(): boolean {
    const all = branches.flatMap((one) => [...(one.shape.values?.keys() ?? [])]);
    return new Set(all).size === all.length;
  }
}

function limitTypes(shape: Shape, types: ReadonlySet<JsonType>): void {
  shape.types = new Set([...shape.types].filter((type) => types.has(type)));
}

function within(inner: ReadonlySet<JsonType>, outer: ReadonlySet<JsonType>): boolean {
  return [...inner].every((type) => outer.has(type));
}
