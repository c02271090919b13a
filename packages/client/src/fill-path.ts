// The wall: the only file that imports openapi-fetch, which gets no more releases.
import type { operations, paths } from "@vpcep/types";
import { defaultPathSerializer } from "openapi-fetch";

const path =
  "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}" satisfies keyof paths;

/** The contract's path with its parameters filled in and encoded. */
export const fillPath = (
  parameters: operations["getVpcEndpointService"]["parameters"]["path"],
): string => defaultPathSerializer(path, parameters);
