import { TextlintKernel, type TextlintRuleModule } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import { isScalar, LineCounter, parseDocument, visit } from "yaml";

/** A discouraged term, as a regular expression, and its replacement. */
export interface Term {
  term: string;
  use: string;
}

/** An occurrence of a term. Line numbers start at 1. */
export interface ProseFinding {
  line: number;
  found: string;
  use: string;
}

/** Reports terms in paragraphs, headings, and link texts, but not in code or URLs. */
const avoidTerms: TextlintRuleModule = ({ Syntax, RuleError, report, getSource }, options) => {
  const { terms } = options as { terms: readonly Term[] };
  return {
    [Syntax.Str](node) {
      for (const { term, use } of terms)
        for (const match of getSource(node).matchAll(new RegExp(term, "gi")))
          report(node, new RuleError(`${match[0]}\n${use}`, { index: match.index }));
    },
  };
};

const kernel = new TextlintKernel();

/** Finds terms in Markdown text. */
export async function findInMarkdown(
  text: string,
  terms: readonly Term[],
): Promise<ProseFinding[]> {
  const { messages } = await kernel.lintText(text, {
    ext: ".md",
    plugins: [{ pluginId: "markdown", plugin: markdown.default }],
    rules: [{ ruleId: "terms", rule: avoidTerms, options: { terms } }],
  });
  return messages.map(({ message, loc }) => {
    const [found = "", use = ""] = message.split("\n");
    return { line: loc.start.line, found, use };
  });
}

const prose = ["title", "summary", "description", "says", "conflict", "decision", "reason"];

/** Finds terms in YAML prose, such as descriptions, summaries, and provenance entries. */
export async function findInYaml(text: string, terms: readonly Term[]): Promise<ProseFinding[]> {
  const lines = new LineCounter();
  const texts: { text: string; line: number }[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || typeof value.value !== "string") return;
      if (!prose.includes(String(key.value)) && !/^[A-Z]/.test(value.value)) return;
      const { line } = lines.linePos(value.range?.[0] ?? 0);
      // A block scalar's text starts on the line after its indicator.
      const isBlock = value.type === "BLOCK_LITERAL" || value.type === "BLOCK_FOLDED";
      texts.push({ text: value.value, line: isBlock ? line + 1 : line });
    },
  });
  const found = await Promise.all(
    texts.map(async ({ text: one, line }) =>
      (await findInMarkdown(one, terms)).map((finding) => ({
        ...finding,
        line: finding.line + line - 1,
      })),
    ),
  );
  return found.flat();
}
