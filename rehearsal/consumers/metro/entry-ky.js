import { read } from "./ky.js";

globalThis.read = read;
