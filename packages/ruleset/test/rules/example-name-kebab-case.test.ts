import { testRule } from "../test-rule.js";

testRule("vpcep-example-name-kebab-case", [
  {
    finds: "an example in PascalCase",
    set: { "/components/responses/NotFound/content/application~1json/examples/NotFound": {} },
    at: "/components/responses/NotFound/content/application~1json/examples/NotFound",
    says: 'The name "NotFound" of an example is not kebab-case.',
  },
]);
