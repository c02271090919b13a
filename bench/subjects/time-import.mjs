// Prints how long it takes to import a client in a new process, in milliseconds.
import { performance } from "node:perf_hooks";

const started = performance.now();
await import(process.argv[2]);
console.log(performance.now() - started);
