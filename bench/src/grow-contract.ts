type Json = Record<string, unknown>;

/** The parts of the bundled contract that this file uses. */
export interface Contract extends Json {
  paths: Record<string, Json>;
  components: Record<string, Record<string, Json>>;
}

const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
const response = "VpcEndpointServiceDetails";
const schema = "VpcEndpointService";

/** Returns a copy with the number appended to references and to the operation ID. */
function numbered(node: unknown, number: number): unknown {
  const text = JSON.stringify(node)
    .replaceAll(
      `#/components/responses/${response}"`,
      `#/components/responses/${response}${number}"`,
    )
    .replaceAll(`#/components/schemas/${schema}"`, `#/components/schemas/${schema}${number}"`)
    .replaceAll('"getVpcEndpointService"', `"getVpcEndpointService${number}"`);
  return JSON.parse(text);
}

/**
 * A contract with several operations: the bundled contract and numbered copies of its operation, each with its own
 * response and schema. Parameters, errors, and examples are shared, as in large contracts.
 */
export function growContract(contract: Contract, operations: number): Contract {
  const grown = structuredClone(contract);
  const { responses = {}, schemas = {} } = grown.components;
  for (let number = 2; number <= operations; number += 1) {
    const numberedPath = path.replace("-services/", `-${number}-services/`);
    grown.paths[numberedPath] = numbered(contract.paths[path], number) as Json;
    responses[`${response}${number}`] = numbered(
      contract.components["responses"]?.[response],
      number,
    ) as Json;
    schemas[`${schema}${number}`] = numbered(
      contract.components["schemas"]?.[schema],
      number,
    ) as Json;
  }
  return grown;
}
