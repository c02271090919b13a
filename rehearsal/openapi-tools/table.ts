// The table that is published beside the contract.
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

/** Tools that people use and that cannot run here, with the reason. */
const notRun: readonly (readonly [string, string])[] = [
  ["openapi-generator", "needs Java, and its npm package downloads a JAR at the first start"],
  ["fern, Speakeasy, Stainless", "generate on a server of their own"],
  ["Kiota, NSwag", "need .NET"],
  ["oapi-codegen, ogen", "are Go programs"],
  ["openapi-python-client", "is on the Python package index"],
  [
    "Postman, Insomnia, Bruno",
    "are desktop applications; the converter of Postman is in the table",
  ],
];

const asked = Object.keys(questions) as Question[];

/** The page as Markdown. */
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
  const text = `<!-- Generated. Never edit: run \`npm run interoperability\`. -->

# Other people's tools

What tools that read OpenAPI make of this contract, tried on ${date} with the versions in the table, on Node 24. A tool is asked what applies to it; an empty cell is a question that does not. "3.0" means the derived edition \`openapi-3.0.yaml\`, "schemas" the stand-alone JSON Schemas.

${table.join("\n")}

${notes.map((note, index) => `${index + 1}. ${note}`).join("\n")}

## What is asked

${asked.map((question) => `- **${question[0]?.toUpperCase()}${question.slice(1)}:** the tool ${sentence(question)}.`).join("\n")}
- **Gate:** the rehearsal fails when an answer that is yes here becomes no. The other rows are refreshed with one command, \`npm run interoperability\`, and keep their failures with the reason.

No tool signs requests with AK/SK by itself. A tool that offers \`Authorization\` offers the header; \`@vpcep/client\` computes the signature.

## Not run

${notRun.map(([name, reason]) => `- **${name}:** ${reason}.`).join("\n")}
`;
  return format(text, { parser: "markdown", printWidth: 100 });
}

const sentence = (question: Question): string =>
  question === "loads"
    ? questions.loads
    : {
        compiles: "generates code that compiles with `tsc --strict`",
        values: "keeps the documented values and allows any other string beside them",
        credentials: "offers or enforces both credentials, the token and the signature",
        call: "calls the mock, or answers as one",
      }[question];
