import { testRule } from "../test-rule.js";

testRule("vpcep-leaf-described", [
  {
    finds: "a property without a description",
    set: { "/components/schemas/Parcel/properties/id/description": undefined },
    at: "/components/schemas/Parcel/properties/id",
    says: 'The property "id" has no description.',
  },
  {
    finds: "a parameter whose description is blank",
    set: { "/components/parameters/ParcelId/description": " " },
    at: "/components/parameters/ParcelId",
    says: 'The parameter "parcel_id" has no description.',
  },
  {
    finds: "a header without a description",
    set: { "/components/headers/RequestId/description": undefined },
    at: "/components/headers/RequestId",
    says: 'The header "X-Request-Id" has no description.',
  },
]);
