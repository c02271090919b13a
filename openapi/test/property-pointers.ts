/** JSON pointers of every property of every component schema, nested ones included. */
export function propertyPointers(bundle: Record<string, unknown>): string[] {
  const pointers: string[] = [];
  const walk = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null) return;
    const properties = (node as { properties?: Record<string, unknown> }).properties ?? {};
    for (const [name, child] of Object.entries(properties)) {
      pointers.push(`${pointer}/properties/${name}`);
      walk(child, `${pointer}/properties/${name}`);
    }
  };
  const schemas = (bundle["components"] as { schemas: Record<string, unknown> }).schemas;
  for (const [name, schema] of Object.entries(schemas)) walk(schema, `/components/schemas/${name}`);
  return pointers;
}
