import { testRule } from "../test-rule.js";

testRule("vpcep-response-default-in-words", [
  {
    finds: "the keyword default",
    set: { "/components/schemas/Stop/properties/town/default": "Bonn" },
    at: "/components/schemas/Stop/properties/town/default",
    says: "The keyword default has no place in a response.",
  },
]);
