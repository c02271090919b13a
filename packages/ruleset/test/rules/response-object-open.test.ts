import { testRule } from "../test-rule.js";

testRule("vpcep-response-object-open", [
  {
    finds: "a closed object",
    set: { "/components/schemas/Stop/additionalProperties": false },
    at: "/components/schemas/Stop/additionalProperties",
    says: "additionalProperties: false calls a body with a new field invalid.",
  },
]);
