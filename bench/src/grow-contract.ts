type Json = Record<string, unknown>;

/** The properties of the bundled contract that this module uses. */
export interface Contract extends Json {
  paths: Record<string, Json>;
  components: Record<string, Record<string, Json>>;
}

const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
const response = "VpcEndpointServiceDetails";
const schema = "VpcEndpointService";

/** Returns a copy of `node` in which `number` is appended to the operation ID and to the response and schema names. */
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
 * Returns a contract with several operations: the original operation, and numbered copies that each have their own
 * response and schema. The operations share parameters, errors, and examples, as is typical of large contracts.
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
