// Names an old Node, or a missing installation, in one line before anything else can fail in many.
// Plain old JavaScript, because an old Node must be able to read it.
var fs = require("fs");
var path = require("path");

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
