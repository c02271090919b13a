import { testRule } from "../test-rule.js";

testRule("vpcep-operation-id-camel-case", [
  {
    finds: "an operationId in snake_case",
    set: { "/paths/~1v1~1parcels~1{parcel_id}/get/operationId": "get_parcel" },
    at: "/paths/~1v1~1parcels~1{parcel_id}/get/operationId",
    says: 'The operationId "get_parcel" is not camelCase.',
  },
]);
