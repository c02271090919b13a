/** Sets the value at a JSON Pointer of a contract, or takes it out when the value is undefined. */
export function breakAt(contract: unknown, pointer: string, value: unknown): void {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop() ?? "";
  let owner = contract as Record<string, unknown>;
  for (const step of steps) {
    const inner = owner[step];
    if (typeof inner !== "object" || inner === null) throw new Error(`Nothing at ${pointer}`);
    owner = inner as Record<string, unknown>;
  }
  if (value !== undefined) owner[last] = value;
  else if (!(last in owner)) throw new Error(`Nothing at ${pointer}`);
  else if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else Reflect.deleteProperty(owner, last);
}
