/* global test, expect */
// Uses Jest with its default settings (CommonJS).
const { errorBody, examples, service } = require("@vpcep/mock/fixtures");

test("creates bodies", () => {
  expect(service({ status: "failed" }).error).toHaveLength(1);
  expect(errorBody(429).error_code).toBe("APIGW.0308");
  expect(examples["vpc-endpoint-service-vip"].server_type).toBe("VIP");
});
