import { read } from "./subject.js";

globalThis.result = read(globalThis.BASE_URL);
