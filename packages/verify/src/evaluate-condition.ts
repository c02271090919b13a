import { type ExpressionContext, resolveExpression, WorkflowError } from "./resolve-expression.js";

type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=";

const compare: Record<Operator, (a: unknown, b: unknown) => boolean> = {
  // Arazzo compares strings without regard to case.
  "==": (a, b) => fold(a) === fold(b),
  "!=": (a, b) => fold(a) !== fold(b),
  "<": (a, b) => Number(a) < Number(b),
  "<=": (a, b) => Number(a) <= Number(b),
  ">": (a, b) => Number(a) > Number(b),
  ">=": (a, b) => Number(a) >= Number(b),
};

const fold = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : value);

/**
 * Evaluates a simple condition of Arazzo: comparisons of expressions and literals, joined by `&&` and `||`.
 *
 * @throws WorkflowError when the condition is of another form.
 */
export function evaluateCondition(condition: string, context: ExpressionContext): boolean {
  return condition
    .split("||")
    .some((part) => part.split("&&").every((comparison) => holds(comparison.trim(), context)));
}

function holds(comparison: string, context: ExpressionContext): boolean {
  const [, left, operator, right] =
    /^(\S+)\s*(==|!=|<=|>=|<|>)\s*('[^']*'|\S+)$/.exec(comparison) ?? [];
  if (left === undefined || operator === undefined || right === undefined)
    throw new WorkflowError(`The condition "${comparison}" is not supported.`);
  return compare[operator as Operator](operand(left, context), operand(right, context));
}

function operand(text: string, context: ExpressionContext): unknown {
  if (text.startsWith("$")) return resolveExpression(text, context);
  if (text.startsWith("'")) return text.slice(1, -1);
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  if (text !== "" && !Number.isNaN(Number(text))) return Number(text);
  throw new WorkflowError(`"${text}" in a condition is neither a literal nor an expression.`);
}
