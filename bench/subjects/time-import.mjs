// Prints how many milliseconds it takes to import a client in a new process.
import { performance } from "node:perf_hooks";

const started = performance.now();
await import(process.argv[2]);
console.log(performance.now() - started);
