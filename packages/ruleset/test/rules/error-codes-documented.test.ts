import { testRule } from "../test-rule.js";

testRule("vpcep-error-codes-documented", [
  {
    finds: "a code that the error body does not know",
    set: { "/components/responses/NotFound/x-error-codes/1": "Parcel.0009" },
    at: "/components/responses/NotFound/x-error-codes/1",
    says: 'The response 404 lists the code "Parcel.0009", which is not documented.',
  },
]);
