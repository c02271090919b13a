import { testRule } from "../test-rule.js";

testRule("vpcep-body-exemplified", [
  {
    finds: "a body without a named example",
    set: { "/components/responses/NotFound/content/application~1json/examples": undefined },
    at: "/components/responses/NotFound/content/application~1json",
    says: "The application/json body of response 404 has no named example.",
  },
]);
