import { read } from "./openapi-fetch.js";

globalThis.read = read;
