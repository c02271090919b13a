import { foldMeanings, openEnumOf, type JsonObject } from "@vpcep/contract-reader";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

const header = `/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Never edit: run \`npm run generate\`.
 */
`;

/**
 * The text of `schema.gen.ts` for a bundled description: the types of the wire, for openapi-fetch. A field of an open
 * enum is a plain `string` there, because openapi-fetch 0.17 turns every other spelling into something that is no
 * string; the documented values are in `models.gen.ts`.
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
 * Comments whose text precedes every tag. openapi-typescript writes `@description`, of which the hover of an editor
 * shows nothing, and indents what follows by four spaces, which Markdown reads as code.
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
