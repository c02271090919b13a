import ts from "typescript";

/** A generated type that differs between the two versions. */
export interface TypeRow {
  /** Path of the type, for example `operations.getVpcEndpointService.responses[200].content["application/json"].id`. */
  readonly path: string;
  /** The type in the base version; null if the type is new. */
  readonly before: string | null;
  /** The type in the head version; null if the type was removed. */
  readonly after: string | null;
  /** Whether code written against the old type no longer compiles. */
  readonly isBreak: boolean;
}

type Way = "reads" | "writes";

/**
 * Uses the TypeScript compiler to check whether code written against the old types still compiles. For values that code
 * reads, the new type must be assignable to the old type. For values that code provides, the old type must be
 * assignable to the new type. Removing a schema name also counts as a breaking change.
 */
export function compileAgainst(old: string, young: string): TypeRow[] {
  const files = new Map([
    ["/old.ts", old],
    ["/young.ts", young],
  ]);
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noLib: false,
    lib: ["lib.es2022.d.ts"],
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.readFile = (name) => files.get(name) ?? read(name);
  host.fileExists = (name) => files.has(name) || exists(name);
  host.getSourceFile = (name, version) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const checker = program.getTypeChecker();
  const [before, after] = [...files.keys()].map((name) => exportsOf(program, checker, name));
  if (before === undefined || after === undefined) return [];

  const walk = new Walk(checker);
  walk.operations(before.get("operations"), after.get("operations"));
  walk.schemaNames(before.get("components"), after.get("components"));
  return walk.rows;
}

function exportsOf(
  program: ts.Program,
  checker: ts.TypeChecker,
  name: string,
): Map<string, ts.Type> | undefined {
  const file = program.getSourceFile(name);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (symbol === undefined) return undefined;
  return new Map(
    checker
      .getExportsOfModule(symbol)
      .map((one) => [one.name, checker.getDeclaredTypeOfSymbol(one)] as const),
  );
}

class Walk {
  readonly rows: TypeRow[] = [];
  readonly #seen = new Set<string>();

  constructor(readonly checker: ts.TypeChecker) {}

  operations(old: ts.Type | undefined, young: ts.Type | undefined): void {
    if (old === undefined || young === undefined) return;
    for (const { name } of old.getProperties()) {
      const path = `operations.${name}`;
      const [was, is] = [this.#member(old, name), this.#member(young, name)];
      if (is === undefined) this.#gone(path, was);
      else
        for (const { name: part } of was?.getProperties() ?? []) {
          const way = part === "responses" ? "reads" : "writes";
          this.#compare(
            `${path}.${part}`,
            way,
            was && this.#member(was, part),
            this.#member(is, part),
          );
        }
    }
  }

  /** Reports removed schema names, because users' code can refer to these names. */
  schemaNames(old: ts.Type | undefined, young: ts.Type | undefined): void {
    if (old === undefined || young === undefined) return;
    const [was, is] = [this.#member(old, "schemas"), this.#member(young, "schemas")];
    for (const { name } of was?.getProperties() ?? [])
      if (is?.getProperty(name) === undefined)
        this.#gone(`components.schemas${key(name)}`, was && this.#member(was, name));
  }

  #member(type: ts.Type, name: string): ts.Type | undefined {
    const symbol = type.getProperty(name);
    return symbol && this.checker.getTypeOfSymbol(symbol);
  }

  /** Reports the most deeply nested types that are not assignable. */
  #compare(path: string, way: Way, old: ts.Type | undefined, young: ts.Type | undefined): void {
    if (old === undefined) return;
    if (young === undefined) {
      this.#gone(path, old);
      return;
    }
    const before = this.rows.length;
    const [was, is] = [
      this.checker.getNonNullableType(old),
      this.checker.getNonNullableType(young),
    ];
    const pair = `${way} ${identity(was)} ${identity(is)}`;
    if (!this.#seen.has(pair)) {
      this.#seen.add(pair);
      this.#below(path, way, was, is);
    }
    // Report the outer type only if no nested type explains why code breaks.
    if (this.rows.slice(before).some(({ isBreak }) => isBreak)) return;
    const fits =
      way === "reads"
        ? this.checker.isTypeAssignableTo(young, old)
        : this.checker.isTypeAssignableTo(old, young);
    const [a, b] = [this.#text(old), this.#text(young)];
    if (fits && (a === b || isObject(was) || this.rows.length > before)) return;
    this.rows.push({ path, before: a, after: b, isBreak: !fits });
  }

  #gone(path: string, old: ts.Type | undefined): void {
    this.rows.push({
      path,
      before: old === undefined ? "" : this.#text(old),
      after: null,
      isBreak: true,
    });
  }

  #text(type: ts.Type): string {
    return shorten(this.checker.typeToString(type));
  }

  #below(path: string, way: Way, old: ts.Type, young: ts.Type): void {
    if (this.checker.isArrayType(old) && this.checker.isArrayType(young)) {
      const [was, is] = [old, young].map(
        (type) => this.checker.getTypeArguments(type as ts.TypeReference)[0],
      );
      this.#compare(`${path}[]`, way, was, is);
      return;
    }
    if (!isObject(old) || !isObject(young)) return;
    for (const { name } of old.getProperties())
      this.#compare(`${path}${key(name)}`, way, this.#member(old, name), this.#member(young, name));
    for (const { name } of young.getProperties()) {
      const added = old.getProperty(name) === undefined ? this.#member(young, name) : undefined;
      // If users must now provide the property, the outer type is reported instead.
      if (added !== undefined && way === "reads")
        this.rows.push({
          path: `${path}${key(name)}`,
          before: null,
          after: this.#text(added),
          isBreak: false,
        });
    }
  }
}

function isObject(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0;
}

const identities = new WeakMap<ts.Type, number>();
let identified = 0;

function identity(type: ts.Type): number {
  const known = identities.get(type) ?? identified++;
  identities.set(type, known);
  return known;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
