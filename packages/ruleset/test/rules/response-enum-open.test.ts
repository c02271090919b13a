import { testRule } from "../test-rule.js";

testRule("vpcep-response-enum-open", [
  {
    finds: "a closed enum",
    set: { "/components/schemas/Stop/properties/town/enum": ["Bonn"] },
    at: "/components/schemas/Stop/properties/town",
    says: "This enum calls a value that is added later invalid.",
  },
  {
    finds: "an open enum whose rest is not described",
    set: { "/components/schemas/Parcel/properties/state/anyOf/1/description": undefined },
    at: "/components/schemas/Parcel/properties/state/anyOf/0",
    says: "This enum calls a value that is added later invalid.",
  },
]);
