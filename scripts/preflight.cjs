// Checks the Node version and the installation, then runs a TypeScript program in the same process:
//   node scripts/preflight.cjs <program> [argument …]
//
// Uses old JavaScript syntax so that old Node versions can run this file and print the error.
var fs = require("fs");
var path = require("path");
var url = require("url");

var wanted = [20, 19];
var found = process.versions.node.split(".").map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    "Node " +
      wanted.join(".") +
      " or later is required, but this is Node " +
      process.versions.node +
      ". Run nvm use or install a newer version.",
  );
  process.exit(1);
}

var tools = ["tsx", "turbo", "redocly", "spectral"];
for (var i = 0; i < tools.length; i++) {
  if (!fs.existsSync(path.join(__dirname, "../node_modules/.bin", tools[i]))) {
    console.error("The tool " + tools[i] + " is not installed. Run: npm ci");
    process.exit(1);
  }
}

if (require.main === module && process.argv.length > 2) {
  // Remove this script from `process.argv`, so that the arguments look as if the program had been started directly.
  process.argv.splice(1, 1);
  process.argv[1] = path.resolve(process.argv[1]);
  import("tsx").then(function () {
    return import(url.pathToFileURL(process.argv[1]).href);
  });
}
