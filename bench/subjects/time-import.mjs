// Prints how many milliseconds the import of one client takes in a fresh process.
import { performance } from "node:perf_hooks";

const started = performance.now();
await import(process.argv[2]);
console.log(performance.now() - started);
