import { testRule } from "../test-rule.js";

testRule("vpcep-header-name-train-case", [
  {
    finds: "a header in lower case",
    set: { "/components/responses/NotFound/headers/retry-after": { schema: { type: "string" } } },
    at: "/components/responses/NotFound/headers/retry-after",
    says: 'The name "retry-after" of a header is not Train-Case.',
  },
]);
