/* global document */
import { getVpcEndpointService } from "@vpcep/mock/msw";

const address = "https://vpcep.example/v1/p/vpc-endpoint-services/s";

/** Shows the operation's response. */
function render() {
  const output = document.createElement("output");
  void fetch(address).then(async (response) => {
    const body = await response.json();
    output.textContent = `${response.status} ${body.status ?? body.error_code}`;
  });
  return output;
}

export default { title: "Service", render };

export const Available = { parameters: { msw: [getVpcEndpointService()] } };
export const Failed = {
  parameters: { msw: [getVpcEndpointService({ service: { status: "failed" } })] },
};
export const Denied = { parameters: { msw: [getVpcEndpointService(403)] } };
