/** Marks the errors of every copy of this package, so that the type guard does not depend on class identity. */
export const brand: unique symbol = Symbol.for("@vpcep/client");

/**
 * Gives an error class its name and its hint. On the prototype, because a minifier renames classes, and because
 * neither belongs into what is printed of each error.
 */
export function nameError(errorClass: { prototype: object }, name: string, hint: string): void {
  Object.assign(errorClass.prototype, { name, hint, [brand]: true });
}
