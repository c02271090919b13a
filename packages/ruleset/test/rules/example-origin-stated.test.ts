import { testRule } from "../test-rule.js";

testRule("vpcep-example-origin-stated", [
  {
    finds: "an example of unstated origin",
    set: {
      "/components/responses/NotFound/content/application~1json/examples/error-not-found/x-origin":
        undefined,
    },
    at: "/components/responses/NotFound/content/application~1json/examples/error-not-found",
    says: 'The example "error-not-found" does not say where it comes from.',
  },
  {
    finds: "an origin that is neither printed nor constructed",
    set: {
      "/components/responses/NotFound/content/application~1json/examples/error-not-found/x-origin":
        "guessed",
    },
    at: "/components/responses/NotFound/content/application~1json/examples/error-not-found/x-origin",
    says: 'The example "error-not-found" names an unknown origin.',
  },
]);
