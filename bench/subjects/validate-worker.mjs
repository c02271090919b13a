// Runs one validator in a process of its own and measures blocks of bodies on request of the parent process.
import { readFile } from "node:fs/promises";

const [, , file, bodiesFile] = process.argv;
const { isValid } = await import(file);
const sets = JSON.parse(await readFile(bodiesFile, "utf8"));

process.on("message", ({ set, calls }) => {
  const bodies = sets[set];
  let valid = 0;
  const cpu = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) if (isValid(bodies[call % bodies.length])) valid += 1;
  const used = process.cpuUsage(cpu);
  process.send({ cpuUs: (used.user + used.system) / calls, valid: valid / calls });
});
// First of all its verdict on each body, so that the parent sees whether all validators mean the same.
process.send(
  Object.fromEntries(
    Object.entries(sets).map(([name, bodies]) => [
      name,
      bodies.map((body) => Boolean(isValid(body))),
    ]),
  ),
);
