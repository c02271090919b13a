// Names an old Node, or a missing installation, in one line before anything else can fail in many; then runs the
// TypeScript program that is named: node scripts/preflight.cjs <program> [argument …]. In this very process, since
// two more starts of Node would take longer than all that a build without changes does.
// Plain old JavaScript, because an old Node must be able to read it.
var fs = require("fs");
var path = require("path");
var url = require("url");

var wanted = [20, 19];
var found = process.versions.node.split(".").map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    "Node " +
      wanted.join(".") +
      " or later is needed, this is Node " +
      process.versions.node +
      ". See .nvmrc.",
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
  // The program finds its arguments where it would if it had been started by itself.
  process.argv.splice(1, 1);
  process.argv[1] = path.resolve(process.argv[1]);
  import("tsx").then(function () {
    return import(url.pathToFileURL(process.argv[1]).href);
  });
}
