import { read } from "./vpcep.js";

globalThis.result = read(globalThis.BASE_URL);
