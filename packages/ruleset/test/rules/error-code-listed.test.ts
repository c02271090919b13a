import { testRule } from "../test-rule.js";

testRule("vpcep-error-code-listed", [
  {
    finds: "a documented code that no response lists",
    set: { "/components/schemas/ErrorBody/properties/error_code/anyOf/0/enum/1": "Parcel.0002" },
    at: "/components/schemas/ErrorBody/properties/error_code/anyOf/0/enum/1",
    says: 'No response lists the documented code "Parcel.0002".',
  },
]);
