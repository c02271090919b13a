// A CommonJS program that uses the mock.
/* global fetch */
const { startMock } = require("@vpcep/mock");
const { service } = require("@vpcep/mock/fixtures");

(async () => {
  const mock = await startMock({ queue: "401", credentials: false });
  const address = mock.url + "/v1/p/vpc-endpoint-services/s";
  const first = await fetch(address);
  const second = await fetch(address);
  const { status } = await second.json();
  console.log(service({ status: "failed" }).status, first.status, second.status, status);
  await mock.close();
})();
