import { testRule } from "../test-rule.js";

testRule("vpcep-response-request-id", [
  {
    finds: "a response without a request id",
    set: { "/components/responses/NotFound/headers": undefined },
    at: "/components/responses/NotFound",
    says: "The response 404 has no header X-Request-Id.",
  },
]);
