import { testRule } from "../test-rule.js";

testRule("vpcep-leaf-exemplified", [
  {
    finds: "a property inside an array that shows no value",
    set: { "/components/schemas/Stop/properties/town/examples": undefined },
    at: "/components/schemas/Stop/properties/town",
    says: 'The property "town" shows no example value.',
  },
  {
    finds: "an array of scalars that shows no value",
    set: { "/components/schemas/Parcel/properties/stops/items": { type: "string" } },
    at: "/components/schemas/Parcel/properties/stops",
    says: 'The property "stops" shows no example value.',
  },
  {
    finds: "a header that shows no value",
    set: { "/components/headers/RequestId/schema/examples": [] },
    at: "/components/headers/RequestId",
    says: 'The header "X-Request-Id" shows no example value.',
  },
]);
