import { follow, type JsonObject, type Operation, operationsOf } from "@vpcep/contract-reader";

import { fieldAnchor, operationAnchor } from "./call-card.js";
import { errorCodeMeanings } from "./errors.js";
import { fieldsOf } from "./fields.js";
import type { Section } from "./markdown.js";
import { objectEntries, oneLine, textOf } from "./text.js";

/** A search entry: title, page or section, URL, and additional searchable text. */
export type SearchEntry = readonly [title: string, place: string, href: string, words: string];

export interface SearchablePage {
  slug: string;
  title: string;
  sections: readonly Section[];
}

/** Returns all search entries: operations, parameters, fields, guide sections, and error codes. */
export const searchIndex = (
  contract: JsonObject,
  pages: readonly SearchablePage[],
): SearchEntry[] => [
  ...operationsOf(contract).flatMap((operation) => operationEntries(contract, operation)),
  ...pages.flatMap(({ slug, title, sections }) =>
    sections.map((section): SearchEntry => [
      section.title,
      section.depth === 1 ? "Guide" : title,
      `${slug}.html${section.depth === 1 ? "" : `#${section.id}`}`,
      section.text.trim().slice(0, 2_000),
    ]),
  ),
  ...Object.entries(errorCodeMeanings(contract)).map(([code, meaning]): SearchEntry => [
    code,
    "Error code",
    `errors.html#${code}`,
    oneLine(meaning),
  ]),
];

function operationEntries(contract: JsonObject, operation: Operation): SearchEntry[] {
  const anchor = operationAnchor(operation);
  const call = `${operation.method.toUpperCase()} ${operation.path}`;
  const summary = textOf(operation.operation["summary"]) || call;
  return [
    [
      summary,
      call,
      `./#${anchor}`,
      `${operation.operationId ?? ""} ${oneLine(operation.operation["description"])}`,
    ],
    ...operation.parameters.map((parameter): SearchEntry => {
      const name = textOf(parameter["name"]);
      const where = textOf(parameter["in"]);
      return [
        name,
        `Parameter of ${summary}`,
        `./#${anchor}/t=request&in=${where}&path=${name}`,
        oneLine(parameter["description"]),
      ];
    }),
    ...[...operation.responses].flatMap(([status, response]) =>
      status.startsWith("2")
        ? objectEntries(response["content"]).flatMap(([, media]) =>
            fieldsOf(contract, follow(contract, media["schema"] ?? {})).map(
              (field): SearchEntry => [
                field.path.replaceAll("/", "."),
                `Field in response ${status}`,
                `./#${fieldAnchor(operation, status, field.path)}`,
                [
                  oneLine(field.description),
                  ...(field.values?.values ?? []).map(
                    ({ value, meaning }) => `${value}: ${meaning ?? ""}`,
                  ),
                ].join(" "),
              ],
            ),
          )
        : [],
    ),
  ];
}
