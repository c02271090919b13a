import { readContract, type JsonObject, operationsOf } from "@vpcep/contract-reader";

/**
 * Returns the contract with numbered copies of its operation. The copies share their responses. Also adds an operation
 * that has different path parameters, a query parameter, and no security requirements.
 */
export function severalOperations(copies: number): JsonObject {
  const contract = structuredClone(readContract());
  const paths = contract["paths"] as JsonObject;
  const first = operationsOf(contract).find(
    ({ operationId }) => operationId === "getVpcEndpointService",
  );
  if (first === undefined) throw new Error("The contract has no operation getVpcEndpointService.");
  for (let number = 2; number <= copies; number++)
    paths[first.path.replace("services/", `services-${number}/`)] = {
      [first.method]: {
        ...structuredClone(first.operation),
        operationId: `getVpcEndpointService${number}`,
        summary: `Query number ${number}`,
      },
    };
  paths["/v1/versions/{version}"] = {
    get: {
      operationId: "getVersion",
      summary: "Get a version",
      security: [],
      parameters: [
        {
          name: "version",
          in: "path",
          required: true,
          schema: { type: "string", examples: ["v1"] },
        },
        { name: "view-mode", in: "query", required: true, schema: { type: "string" } },
      ],
      responses: { "200": { description: "The version." } },
    },
  };
  return contract;
}
