import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { parse, stringify } from "yaml";

const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
const response = "VpcEndpointServiceDetails";
const schema = "VpcEndpointService";

/**
 * Grows the hand-written contract in a folder to so many operations: numbered copies of its operation, each with a
 * response and a schema in files of their own; parameters, errors and examples are shared, as large contracts share
 * theirs. The files keep their layout, so that lint judges them as it judges the contract.
 *
 * @param folder with `openapi.yaml` and `components/`; changed in place.
 */
export async function growSource(folder: string, operations: number): Promise<void> {
  const numbered = async (kind: string, name: string, number: number): Promise<void> => {
    const file = (label: string): string => join(folder, "components", kind, `${label}.yaml`);
    const text = await readFile(file(name), "utf8");
    await writeFile(
      file(`${name}${number}`),
      text.replaceAll(`../schemas/${schema}.yaml`, `../schemas/${schema}${number}.yaml`),
    );
  };
  const source = join(folder, "openapi.yaml");
  const contract = parse(await readFile(source, "utf8")) as { paths: Record<string, unknown> };
  const item = JSON.stringify(contract.paths[path]);
  for (let number = 2; number <= operations; number += 1) {
    contract.paths[path.replace("-services/", `-${number}-services/`)] = JSON.parse(
      item
        .replace('"getVpcEndpointService"', `"getVpcEndpointService${number}"`)
        .replace(`responses/${response}.yaml`, `responses/${response}${number}.yaml`),
    );
    await numbered("responses", response, number);
    await numbered("schemas", schema, number);
  }
  await writeFile(source, stringify(contract, { aliasDuplicateObjects: false }));
}
