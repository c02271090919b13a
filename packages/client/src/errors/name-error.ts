/**
 * Gives an error class its name and its hint. On the prototype, because a minifier renames classes and because
 * neither belongs into what is printed of each error.
 */
export function nameError(errorClass: { prototype: object }, name: string, hint: string): void {
  Object.assign(errorClass.prototype, { name, hint });
}
