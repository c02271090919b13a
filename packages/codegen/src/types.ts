import { foldMeanings, openEnumOf, type JsonObject } from "@vpcep/contract-reader";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

const header = `/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Never edit: run \`npm run generate\`.
 */
`;

/**
 * `"a" | "b" | (string & {})`: editors complete the documented values, and any other string still compiles. Left to
 * itself, openapi-typescript writes a union that TypeScript collapses to `string`.
 */
function openUnion(values: readonly string[]): ts.TypeNode {
  const { factory } = ts;
  const anyOther = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([
    ...values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    factory.createParenthesizedType(anyOther),
  ]);
}

/** The text of `schema.gen.ts` for a bundled description. */
export async function generateTypes(description: JsonObject): Promise<string> {
  const folded = foldMeanings(description) as unknown as OpenAPI3;
  const nodes = await openapiTS(folded, {
    transform(schema) {
      const open = openEnumOf(description, schema);
      return open && openUnion(open.values.map(({ value }) => value));
    },
  });
  return header + astToString(nodes);
}
