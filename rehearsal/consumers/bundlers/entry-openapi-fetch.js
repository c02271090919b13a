import { read } from "./openapi-fetch.js";

globalThis.result = read(globalThis.BASE_URL);
