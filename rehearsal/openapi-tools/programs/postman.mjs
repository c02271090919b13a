// Converts a description into a Postman collection and sends the collection's request with Newman.
import { readFile } from "node:fs/promises";

import newman from "newman";
import converter from "openapi-to-postmanv2";

import { answer, must } from "./answer.mjs";

const [file, mock] = process.argv.slice(2);
const data = await readFile(file, "utf8");
let collection;
await answer("loads", async () => {
  const converted = await new Promise((resolve, reject) => {
    converter.convertV2({ type: "string", data }, { folderStrategy: "Tags" }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  must(converted.result, converted.reason);
  collection = converted.output[0].data;
});
await answer("credentials", () => {
  const text = JSON.stringify(collection.item.map(({ item }) => item));
  const auth = JSON.stringify(collection.auth ?? {}) + text;
  must(auth.includes("X-Auth-Token"), "the token is missing");
  must(/"Authorization"/.test(auth), "supports only the first of the two authentication schemes");
});
await answer("call", async () => {
  // Removes saved examples, so that only the operation's request remains.
  const variable = [
    ...(collection.variable ?? []).filter(({ key }) => key !== "baseUrl"),
    { key: "baseUrl", value: mock },
    { key: "apiKey", value: "mock-token" },
  ];
  const summary = await new Promise((resolve, reject) => {
    newman.run({ collection: { ...collection, variable }, reporters: [] }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  const codes = summary.run.executions.map(({ response }) => response?.code);
  must(
    codes.length === 1 && codes[0] === 200,
    `the responses have the statuses ${codes.join(", ")}`,
  );
});
