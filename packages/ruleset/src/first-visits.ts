/**
 * Tells whether a part of the description is met for the first time. What is referred to many times is one and
 * the same object once references are resolved, and is written in one place: to judge it again would only
 * repeat the finding.
 *
 * @returns takes the part and its role: what a rule may learn of the place beside the part, such as a status
 */
export function firstVisits(): (part: unknown, role?: string) => boolean {
  const rolesOf = new Map<object, Set<string>>();
  return (part, role = "") => {
    if (typeof part !== "object" || part === null) return true;
    const roles = rolesOf.get(part) ?? new Set();
    if (roles.has(role)) return false;
    rolesOf.set(part, roles.add(role));
    return true;
  };
}
