import { foldMeanings, openEnumOf, type JsonObject } from "@vpcep/contract-reader";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

const header = `/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Don't edit. Run \`npm run generate\`.
 */
`;

/**
 * Generates `schema.gen.ts`, the types for openapi-fetch, from a bundled description. An open enum is a plain `string`,
 * because openapi-fetch 0.17 turns other types for open enums into object types. The documented values are in
 * `models.gen.ts`.
 */
export async function generateTypes(description: JsonObject): Promise<string> {
  const folded = foldMeanings(description) as unknown as OpenAPI3;
  const nodes = await openapiTS(folded, {
    transform: (schema) =>
      openEnumOf(description, schema)
        ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)
        : undefined,
  });
  return header + withPlainTexts(astToString(nodes));
}

/**
 * Removes `@description` tags, which editors don't show in a hover, and openapi-typescript's indentation of the following
 * lines, which Markdown would render as code.
 */
function withPlainTexts(code: string): string {
  let inDescription = false;
  return code
    .split("\n")
    .flatMap((line) => {
      const [, begin, text] = /^(\s*(?:\/\*\*|\*) )@description (.*)$/.exec(line) ?? [];
      if (begin !== undefined) {
        inDescription = !line.endsWith("*/");
        const apart = begin.trim() === "*" ? [begin.trimEnd()] : [];
        return [...apart, `${begin}${text ?? ""}`];
      }
      if (/^\s*\*(\/| @)/.test(line)) inDescription = false;
      return inDescription ? line.replace(/^(\s*\*) {5}/, "$1 ") : line;
    })
    .join("\n")
    .replace(/(\/\*\*\n)\s*\*\n/g, "$1");
}
