import { testRule } from "../test-rule.js";

testRule("vpcep-description-informative", [
  {
    finds: "a property that is only named again",
    set: { "/components/schemas/Parcel/properties/id/description": "The ID of the property." },
    at: "/components/schemas/Parcel/properties/id",
    says: 'The description of "id" only repeats the name.',
  },
  {
    finds: "a schema that is only named again",
    set: { "/components/schemas/GatewayErrorBody/description": "The gateway's error body." },
    at: "/components/schemas/GatewayErrorBody",
    says: 'The description of "Gateway error body" only repeats the name.',
  },
  {
    finds: "a value that is only named again",
    set: { "/components/schemas/Parcel/properties/state/anyOf/0/x-enumDescriptions/sent": "Sent." },
    at: "/components/schemas/Parcel/properties/state/anyOf/0/x-enumDescriptions/sent",
    says: 'The description of "sent" only repeats the name.',
  },
]);
