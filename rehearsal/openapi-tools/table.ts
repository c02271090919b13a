// Writes the table that is published with the contract.
import { format } from "prettier";

import {
  type Answer,
  type Answers,
  questions,
  type Question,
  type Tool,
  versionOf,
} from "./tool.js";

export interface Row {
  tool: Tool;
  answers: Answers;
}

/** Popular tools that this test environment can't run, and why. */
const notRun: readonly (readonly [string, string])[] = [
  ["openapi-generator", "needs Java, and its npm package downloads a JAR file when it first runs"],
  ["fern, Speakeasy, Stainless", "generate code on the vendor's servers"],
  ["Kiota, NSwag", "need .NET"],
  ["oapi-codegen, ogen", "need Go"],
  ["openapi-python-client", "needs Python"],
  ["Postman, Insomnia, Bruno", "are desktop applications; the table includes Postman's converter"],
];

const asked = Object.keys(questions) as Question[];

/** Returns the page as Markdown. */
export function interoperabilityPage(rows: readonly Row[], date: string): Promise<string> {
  const notes: string[] = [];
  const cell = (answer: Answer | undefined): string => {
    if (answer === undefined) return "";
    const word = answer.holds ? "yes" : "**no**";
    if (answer.note === undefined) return word;
    const known = notes.indexOf(answer.note);
    const number = known === -1 ? notes.push(answer.note) : known + 1;
    return `${word} (${number})`;
  };
  const lines = rows.map(({ tool, answers }) => [
    tool.name ?? tool.package,
    versionOf(tool.package),
    tool.kind,
    tool.edition,
    ...asked.map((question) => cell(answers[question])),
    (tool.gates ?? []).length > 0 ? "yes" : "",
  ]);
  const head = [
    "Tool",
    "Version",
    "Kind",
    "Reads",
    "Loads",
    "Compiles",
    "Values",
    "Credentials",
    "Call",
    "Gate",
  ];
  const table = [head, head.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`);
  const text = `<!-- Generated. Don't edit. Run \`npm run interoperability\`. -->

# Interoperability

This table shows how OpenAPI tools handle this contract. It was generated on ${date} with Node 24 and the versions in the table. An empty cell means that the question doesn't apply to the tool. "3.0" means the derived \`openapi-3.0.yaml\`, and "schemas" means the stand-alone JSON Schemas.

${table.join("\n")}

${notes.map((note, index) => `${index + 1}. ${note}`).join("\n")}

## Questions

${asked.map((question) => `- **${question[0]?.toUpperCase()}${question.slice(1)}:** the tool ${sentence(question)}.`).join("\n")}
- **Gate:** the rehearsal fails if a "yes" in this row becomes a "no". \`npm run interoperability\` updates the whole table.

None of these tools computes AK/SK signatures. Tools that support the signature scheme only let you set the \`Authorization\` header; \`@vpcep/client\` computes the signature.

## Tools that were not tested

${notRun.map(([name, reason]) => `- **${name}:** ${reason}.`).join("\n")}
`;
  return format(text, { parser: "markdown", printWidth: 100 });
}

const sentence = (question: Question): string =>
  question === "loads"
    ? questions.loads
    : {
        compiles: "generates code that compiles with `tsc --strict`",
        values: "keeps the documented values and allows any other string",
        credentials: "supports both credentials, the token and the signature",
        call: "can call the mock or act as a mock",
      }[question];
