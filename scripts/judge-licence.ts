/**
 * Checks whether a license expression is allowed. The SPDX expression may contain either `OR` or `AND`, but not both.
 * In `A OR B`, at least one license must be allowed. In `A AND B`, all licenses must be allowed.
 */
export function judgeLicence(field: string, allowed: ReadonlySet<string>): boolean {
  const expression = field.replace(/^\((.*)\)$/, "$1");
  const alternatives = expression.split(" OR ");
  if (alternatives.length > 1) return alternatives.some((one) => judgeLicence(one, allowed));
  return expression.split(" AND ").every((one) => allowed.has(one));
}
