/**
 * Whether a license expression is allowed. Supports SPDX expressions with one kind of operator: `A OR B` needs one of
 * the licenses on the list, `A AND B` needs all of them.
 */
export function judgeLicence(field: string, allowed: ReadonlySet<string>): boolean {
  const expression = field.replace(/^\((.*)\)$/, "$1");
  const alternatives = expression.split(" OR ");
  if (alternatives.length > 1) return alternatives.some((one) => judgeLicence(one, allowed));
  return expression.split(" AND ").every((one) => allowed.has(one));
}
