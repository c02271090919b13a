// Reads an endpoint service with the given client: node run.mjs <file>.
import process from "node:process";

const { read } = await import(new URL(process.argv[2], import.meta.url).href);
const status = await read(process.env.VPCEP_BASE_URL);
if (status !== "available") throw new Error(`The status is ${status}.`);
