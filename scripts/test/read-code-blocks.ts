export interface CodeBlock {
  language: string;
  text: string;
  /** The line number of the opening fence, starting at 1. */
  line: number;
}

/** Returns the fenced code blocks in Markdown text. */
export function readCodeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: CodeBlock | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const fence = /^\s*```(\w*)/.exec(line);
    if (fence === null) {
      if (open !== undefined) open.text += `${line}\n`;
    } else if (open === undefined) {
      open = { language: fence[1] ?? "", text: "", line: index + 1 };
    } else {
      blocks.push(open);
      open = undefined;
    }
  }
  return blocks;
}
