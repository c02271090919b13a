/** Marks the errors of every copy of this package, so that type guards do not depend on class identity. */
export const brand: unique symbol = Symbol.for("@vpcep/client");
