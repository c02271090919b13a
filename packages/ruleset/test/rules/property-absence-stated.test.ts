import { testRule } from "../test-rule.js";

testRule("vpcep-property-absence-stated", [
  {
    finds: "an optional property that may be absent without notice",
    set: {
      "/components/schemas/Stop/properties/town/description": "Where the parcel was scanned.",
    },
    at: "/components/schemas/Stop/properties/town",
    says: '"town" is optional and does not say when it is absent.',
  },
]);
