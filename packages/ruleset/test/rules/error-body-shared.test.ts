import { testRule } from "../test-rule.js";

testRule("vpcep-error-body-shared", [
  {
    finds: "an error body of its own",
    set: { "/components/responses/NotFound/content/application~1json/schema": { type: "object" } },
    at: "/components/responses/NotFound/content/application~1json/schema",
    says: "The error response 404 carries a body of its own.",
  },
  {
    finds: "one alternative that is not shared",
    set: {
      "/components/responses/UnexpectedError/content/application~1json/schema/anyOf/1": {
        type: "object",
      },
    },
    at: "/components/responses/UnexpectedError/content/application~1json/schema/anyOf/1",
    says: "The error response default carries a body of its own.",
  },
  {
    finds: "an error without a JSON body",
    set: { "/components/responses/NotFound/content": undefined },
    at: "/components/responses/NotFound",
    says: "The error response 404 has no JSON body.",
  },
]);
