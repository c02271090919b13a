// Names an old Node in one line. Plain old JavaScript, because an old Node must be able to read it.
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
