// The wall: the only file that imports openapi-fetch, which gets no more releases. Of all that it offers, this is what
// a client of one GET needs; sending and reading stay on our side, where limits and errors have their names.
import type { operations, paths } from "@vpcep/types";
import { createFinalURL } from "openapi-fetch";

const path =
  "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}" satisfies keyof paths;

/** The URL of one endpoint service: the contract's path below the base URL, its parameters encoded. */
export const finalUrl = (
  baseUrl: string,
  parameters: operations["getVpcEndpointService"]["parameters"]["path"],
): string =>
  createFinalURL(path, {
    baseUrl,
    params: { path: parameters },
    querySerializer: () => "",
    // Its own serializer knows arrays, objects and three styles; here are two strings.
    pathSerializer: (template) =>
      template
        .replace("{project_id}", encodeURIComponent(parameters.project_id))
        .replace(
          "{vpc_endpoint_service_id}",
          encodeURIComponent(parameters.vpc_endpoint_service_id),
        ),
  });
