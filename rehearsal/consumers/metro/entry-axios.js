import { read } from "./axios.js";

globalThis.read = read;
