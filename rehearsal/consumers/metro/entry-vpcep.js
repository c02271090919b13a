import { read } from "./vpcep.js";

globalThis.read = read;
