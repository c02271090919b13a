// Starts Jest in the current folder. This is the `test` script of a package:
//   node ../../scripts/run-jest.cjs [Jest argument …]
//
// With --long, the script sets REHEARSAL and runs only the long tests (*.long.test.ts) and the given files:
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
  // Turborepo already runs tasks in parallel, so Jest runs the tests of one package one after another.
  args.unshift("--runInBand");
  if (!process.env.TASK_PLATFORM) {
    console.error(
      "Turborepo was started without TASK_PLATFORM, so it could use cached results from another Node version. " +
        "Run npm test or node scripts/turbo.cjs run test instead.",
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
