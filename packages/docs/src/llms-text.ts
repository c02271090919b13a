import { operationList } from "./operation-list.js";
import type { PageInput } from "./page.js";

/** `llms.txt`: where a language model starts, in the form that llmstxt.org proposes. */
export function llmsText({ title, summary, version, operations }: PageInput): string {
  const several = operations.length > 1;
  const list = several ? `\n## Operations\n\n${operationList(operations)}\n` : "";
  return `# ${title}

> ${summary} ${several ? `${operations.length} operations` : "One operation"}, described by an OpenAPI 3.1 contract, version ${version}.

Everything about ${several ? "each" : "the"} operation is in the first file: how to authenticate, the request, every property with its
documented values, every response, what to do about each error, and where the contract deviates from its source.

## Contract

- [openapi.md](openapi.md): all of it as Markdown
- [openapi.yaml](openapi.yaml): the OpenAPI 3.1 contract
- [openapi.json](openapi.json): the same as JSON
${list}`;
}
