import { read } from "./axios.js";

globalThis.result = read(globalThis.BASE_URL);
