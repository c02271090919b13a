/**
 * Whether a licence field is met by an allow list. Understands SPDX expressions of one kind of operator,
 * which is all that npm packages write: `A OR B` needs one of them, `A AND B` all.
 */
export function judgeLicence(field: string, allowed: ReadonlySet<string>): boolean {
  const expression = field.replace(/^\((.*)\)$/, "$1");
  const alternatives = expression.split(" OR ");
  if (alternatives.length > 1) return alternatives.some((one) => judgeLicence(one, allowed));
  return expression.split(" AND ").every((one) => allowed.has(one));
}
