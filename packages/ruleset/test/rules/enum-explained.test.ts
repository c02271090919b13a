import { testRule } from "../test-rule.js";

testRule("vpcep-enum-explained", [
  {
    finds: "a value without an explanation",
    set: {
      "/components/schemas/Parcel/properties/state/anyOf/0/x-enumDescriptions/lost": undefined,
    },
    at: "/components/schemas/Parcel/properties/state/anyOf/0/enum/1",
    says: 'The value "lost" of "state" is not explained.',
  },
  {
    finds: "an explanation without a value",
    set: {
      "/components/schemas/Parcel/properties/state/anyOf/0/x-enumDescriptions/eaten": "By the dog.",
    },
    at: "/components/schemas/Parcel/properties/state/anyOf/0/x-enumDescriptions/eaten",
    says: '"eaten" is explained for "state", but is no value of it.',
  },
]);
