import { testRule } from "../test-rule.js";

testRule("vpcep-response-value-not-null", [
  {
    finds: "a nullable property",
    set: { "/components/schemas/Stop/properties/town/type": ["string", "null"] },
    at: "/components/schemas/Stop/properties/town",
    says: "The schema allows null, which no edition documents.",
  },
]);
