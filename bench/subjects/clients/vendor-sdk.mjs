import sdk from "@huaweicloud/huaweicloud-sdk-core";
import builder from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";

/** Uses the client builder from the vendor's SDK and signs requests with access keys (AK/SK). */
export const create = ({ baseUrl, projectId, fetch }) => {
  const credentials = new sdk.BasicCredentials()
    .withAk("AAAAAAAAAAAAAAAAAAAA")
    .withSk("0000000000000000000000000000000000000000")
    .withProjectId(projectId);
  const client = new builder.ClientBuilder((inner) => inner)
    .withEndpoint(baseUrl)
    .withCredential(credentials)
    .withOptions({
      axiosRequestConfig: {
        timeout: 30_000,
        ...(fetch ? { adapter: "fetch", env: { fetch } } : {}),
      },
    })
    .build();
  return (serviceId) =>
    client.sendRequest({
      method: "GET",
      url: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
      contentType: "application/json",
      queryParams: {},
      pathParams: { vpc_endpoint_service_id: serviceId },
      headers: {},
    });
};
