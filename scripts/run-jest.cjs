// Starts Jest in the current folder, as the `test` script of a package:
//   node ../../scripts/run-jest.cjs [argument of Jest …]
// With --long, only the long proofs (*.long.test.ts) and the files named after it, with REHEARSAL set:
//   node ../../scripts/run-jest.cjs --long properties.test.ts
var spawn = require("child_process").spawn;

var args = process.argv.slice(2);
var environment = Object.assign({}, process.env);
if (args[0] === "--long") {
  environment.REHEARSAL = "1";
  args = ["--passWithNoTests", "--testPathPatterns", "\\.long\\.test\\.ts$"].concat(args.slice(1));
}
var reporters = ["--reporters", require.resolve("./count-tests.mjs")];
if (
  !args.some(function (arg) {
    return /^--reporters/.test(arg);
  })
)
  reporters.push("--reporters", "default");
args = args.concat(reporters);
if (process.env.TURBO_HASH) {
  // Turborepo runs as many tasks at once as there are cores; one worker each is enough.
  args.unshift("--runInBand");
  if (!process.env.TASK_PLATFORM) {
    console.error(
      "Turborepo was started without TASK_PLATFORM, so a result of another Node could be taken from the cache. " +
        "Run npm test, or node scripts/turbo.cjs run test.",
    );
    process.exit(1);
  }
}
var jest = spawn(
  process.execPath,
  [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    require.resolve("jest/bin/jest"),
  ].concat(args),
  { stdio: "inherit", env: environment },
);
["SIGINT", "SIGTERM"].forEach(function (signal) {
  process.on(signal, function () {
    jest.kill(signal);
  });
});
jest.on("close", function (code) {
  process.exitCode = code === null ? 1 : code;
});
