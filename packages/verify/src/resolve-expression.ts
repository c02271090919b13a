/** What the expressions of a workflow can speak of. */
export interface ExpressionContext {
  inputs: Readonly<Record<string, string>>;
  statusCode?: number;
  headers?: Readonly<Record<string, string>>;
  /** Parsed JSON, undefined for anything else. */
  body?: unknown;
}

/** A workflow that this runner cannot follow. */
export class WorkflowError extends Error {
  override readonly name = "WorkflowError";
}

/**
 * Resolves one runtime expression of Arazzo.
 *
 * @throws WorkflowError when the expression is of a kind that is not supported.
 */
export function resolveExpression(expression: string, context: ExpressionContext): unknown {
  if (expression === "$statusCode") return context.statusCode;
  const [, input] = /^\$(?:workflows\.[\w-]+\.)?inputs\.([\w-]+)$/.exec(expression) ?? [];
  if (input !== undefined) {
    const value = context.inputs[input];
    if (value === undefined) throw new WorkflowError(`The input "${input}" is not known.`);
    return value;
  }
  const [, header] = /^\$response\.header\.([\w-]+)$/.exec(expression) ?? [];
  if (header !== undefined) return context.headers?.[header.toLowerCase()];
  const [, pointer] = /^\$response\.body(?:#(\/.*)?)?$/.exec(expression) ?? [];
  if (pointer !== undefined || expression.startsWith("$response.body"))
    return at(context.body, pointer ?? "");
  throw new WorkflowError(`The expression "${expression}" is not supported.`);
}

/** Fills `{$…}` inside of a text, or resolves a text that is an expression as a whole. */
export function fillTemplate(text: string, context: ExpressionContext): string {
  if (text.startsWith("$")) return String(resolveExpression(text, context));
  return text.replace(/\{(\$[^}]+)\}/g, (_, expression: string) =>
    String(resolveExpression(expression, context)),
  );
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (node, key) =>
        typeof node === "object" && node !== null && Object.hasOwn(node, key)
          ? (node as Record<string, unknown>)[key]
          : undefined,
      value,
    );
}
