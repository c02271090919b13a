import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from "openapi-typescript";
import ts from "typescript";

import { foldEnumMeanings } from "./fold-enum-meanings.js";

const header = `/**
 * Generated from openapi/openapi.yaml by openapi-typescript. Never edit: run \`npm run generate\`.
 */
`;

/**
 * An open enum, \`anyOf: [enum, string]\`, becomes \`"a" | "b" | (string & {})\`: editors complete the
 * documented values and any other string still compiles. Left to itself, the union collapses to \`string\`.
 */
function openEnum(schema: SchemaObject): ts.TypeNode | undefined {
  const branches = (schema as { anyOf?: { type?: string; enum?: string[] }[] }).anyOf;
  if (branches?.length !== 2) return undefined;
  const [documented, rest] = branches;
  if (documented?.enum === undefined || rest?.type !== "string" || rest.enum !== undefined)
    return undefined;
  return ts.factory.createUnionTypeNode([
    ...documented.enum.map((value) =>
      ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)),
    ),
    ts.factory.createParenthesizedType(
      ts.factory.createIntersectionTypeNode([
        ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
        ts.factory.createTypeLiteralNode([]),
      ]),
    ),
  ]);
}

/** The text of `schema.gen.ts` for a bundled description. */
export async function generateTypes(description: OpenAPI3): Promise<string> {
  return (
    header + astToString(await openapiTS(foldEnumMeanings(description), { transform: openEnum }))
  );
}
