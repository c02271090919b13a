import { canonical } from "../load/canonical.js";
import type { Site } from "../load/site.js";
import type { Pair } from "./comparison.js";
import { quote } from "./quote.js";
import { schemeIdentity } from "./scheme-identity.js";

/** What one alternative demands: schemes, by what they are and not by name, with their scopes. */
interface Alternative {
  readonly site: Site;
  readonly name: string;
  readonly demands: ReadonlyMap<string, readonly string[]>;
}

/** Compares who may call: the alternatives of the operation, or those of the description. */
export function compareSecurity(pair: Pair, base: Site, head: Site): void {
  const [olds, youngs] = [alternatives(base), alternatives(head)];
  const lost = olds.filter((old) => !youngs.some((young) => satisfies(old, young)));
  const gained = youngs.filter((young) => !olds.some((old) => satisfies(young, old)));
  for (const old of lost) {
    const instead = youngs.map((young) => young.name).join(" or ");
    pair.findings.push({
      rule: "security-tightened",
      text: `${old.name} is no longer enough; needed: ${instead}`,
      base: old.site,
      head: youngs[0]?.site ?? head,
    });
  }
  for (const young of gained)
    pair.findings.push({
      rule: "security-loosened",
      text: `${young.name} is enough now`,
      base: olds[0]?.site ?? base,
      head: young.site,
    });
}

/** Whether whoever fulfils `given` also fulfils `wanted`. */
function satisfies(given: Alternative, wanted: Alternative): boolean {
  return [...wanted.demands].every(([scheme, scopes]) => {
    const held = given.demands.get(scheme);
    return held !== undefined && scopes.every((scope) => held.includes(scope));
  });
}

function alternatives(operation: Site): Alternative[] {
  const { root } = operation.description;
  const owner = operation.has("security") ? operation : root;
  const list = owner.child("security");
  const site = list.value === undefined ? operation : list;
  if (list.list.length === 0) return [{ site, name: "no authentication", demands: new Map() }];
  return list.list.map((_, index) => {
    const one = list.child(String(index));
    const names = Object.keys(one.object);
    return {
      site: one,
      name:
        names.length === 0
          ? "no authentication"
          : names.map((name) => label(one, name)).join(" with "),
      demands: new Map(
        names.map((name) => {
          const scheme = root.child("components").child("securitySchemes").follow(name);
          const identity = scheme === undefined ? name : canonical(schemeIdentity(scheme));
          return [identity, one.child(name).list.map(String)] as const;
        }),
      ),
    };
  });
}

function label(alternative: Site, name: string): string {
  const scopes = alternative.child(name).list.map(String);
  return scopes.length === 0 ? quote(name) : `${quote(name)} (${scopes.join(", ")})`;
}
