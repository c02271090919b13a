import type { Site } from "../load/site.js";
import { buildShape } from "./build-shape.js";
import type { Shape } from "./shape.js";
import { simplifyUnion } from "./simplify-union.js";

/** Reads schemas as shapes, each conjunction once. */
export class ShapeReader {
  readonly #known = new Map<string | number, Shape>();
  readonly #open = new Set<string | number>();

  /**
   * The shape of a conjunction of at least one schema.
   *
   * @throws ReviewError at something that is no schema.
   */
  read(sites: readonly Site[]): Shape {
    const [first] = sites;
    const key = sites.length === 1 && first ? first.id : sites.map((site) => site.id).join("&");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shape = buildShape(sites);
    // A choice that contains itself with no object between them stays as it is written.
    if (this.#open.has(key)) return shape;
    this.#open.add(key);
    const written = shape.unions;
    shape.unions = [];
    for (const union of written) simplifyUnion(shape, union, (branch) => this.read([branch]));
    this.#open.delete(key);
    this.#known.set(key, shape);
    return shape;
  }
}
