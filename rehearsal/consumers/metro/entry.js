import { read } from "./subject.js";

globalThis.read = read;
