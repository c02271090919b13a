import { read } from "./ky.js";

globalThis.result = read(globalThis.BASE_URL);
