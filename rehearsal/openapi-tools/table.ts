// Writes INTEROPERABILITY.md, which is published with the contract.
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

/** Popular tools that weren't tested, with the reasons. */
const notRun: readonly (readonly [string, string])[] = [
  ["openapi-generator", "needs Java, and its npm package downloads a JAR file when it first runs"],
  ["fern, Speakeasy, Stainless", "generate code on their vendors' servers"],
  ["Kiota, NSwag", "need .NET"],
  ["oapi-codegen, ogen", "need Go"],
  ["openapi-python-client", "needs Python"],
  [
    "Postman, Insomnia, Bruno",
    "are desktop applications; the table includes Postman's OpenAPI converter",
  ],
];

const asked = Object.keys(questions) as Question[];

/** Returns the complete page as Markdown. */
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
    "Input",
    "Loads",
    "Compiles",
    "Values",
    "Credentials",
    "Call",
    "Required",
  ];
  const table = [head, head.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`);
  const text = `<!-- Generated. Don't edit. Run \`npm run interoperability\`. -->

# Interoperability

This table shows how OpenAPI tools handle this contract. It was generated on ${date} with Node 24 and the listed tool versions. An empty cell means that the criterion doesn't apply to the tool. In the column "Input", "3.0" is the derived \`openapi-3.0.yaml\`, and "schemas" are the stand-alone JSON Schemas.

${table.join("\n")}

${notes.map((note, index) => `${index + 1}. ${note}`).join("\n")}

## Criteria

${asked.map((question) => `- **${question[0]?.toUpperCase()}${question.slice(1)}:** the tool ${sentence(question)}.`).join("\n")}
- **Required:** the rehearsal fails if a "yes" for this tool becomes a "no". \`npm run interoperability\` updates the whole table.

None of these tools computes AK/SK signatures. In tools that support the signature scheme, you set the \`Authorization\` header yourself; \`@vpcep/client\` computes the signature.

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
        values: "preserves the documented values and allows any other string",
        credentials: "supports both authentication schemes, the token and the signature",
        call: "can call the mock or act as a mock server",
      }[question];
