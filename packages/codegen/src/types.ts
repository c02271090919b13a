import { foldMeanings, openEnumOf, type JsonObject } from "@vpcep/contract-reader";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

const header = `/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Don't edit. Run \`npm run generate\`.
 */
`;

/**
 * Generates `schema.gen.ts`, which contains the types for openapi-fetch, from a bundled description. Open enums become
 * plain `string` types, because openapi-fetch 0.17 converts other representations of open enums to object types. The
 * documented values are in `models.gen.ts`.
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
 * Removes `@description` tags, because editors don't show them on hover. Also removes the indentation that
 * openapi-typescript adds to continuation lines, because Markdown would render indented lines as code.
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
