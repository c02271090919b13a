import { corrections } from "../engine/corrections.js";
import { policy, rowOf, type Rule } from "./policy.js";
import type { PolicyRow } from "./policy-row.js";

/** The page `docs/review-policy.md`: the policy and the corrections as tables. */
export function policyPage(): string {
  const rows = (Object.keys(policy) as Rule[]).map((rule) => {
    const row: PolicyRow = rowOf(rule);
    const cells = [
      `\`${rule}\``,
      row.what,
      row.request ?? "–",
      row.response ?? "–",
      row.types ?? "–",
      because(row),
    ];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  const fixes = corrections.map(
    ({ name, engine, ours, where, because: reason }) =>
      `| ${[name, engine.map((one) => `\`${one}\``).join(", "), ours === "anything less" ? "whatever is less than a break" : ours.length === 0 ? "no difference" : ours.map((one) => `\`${one}\``).join(", "), where ?? "–", reason].map(cell).join(" | ")} |`,
  );
  return `# What a change of the contract is worth

Written from the tables in \`packages/review/src/policy\` and \`packages/review/src/engine/corrections.ts\` by
\`npm run generate\`. Every row is met by a pair of the catalogue in
\`packages/review/test/catalogue\`.

**major** breaks somebody. **minor** changes what the contract means without breaking anybody. **patch** changes
words only. **none** is no change: another order of keys, a schema that moved into a component, another spelling
of the same values.

- The verdict is the largest level among the changes. For the packages it is the larger of that and of what the
  compiler says about code written against the old types.
- A due minor or major version must be announced, by \`info.version\` or by a changeset. Less fails, more warns.
  A due patch that nothing announces only warns: words may wait for the next release. Below 1.0.0 a break asks
  for a minor version.
- The same change counts differently where callers send data (request) and where they read it (response). Bodies
  of webhooks and callbacks are read, and their responses are sent.
- A break that \`review.accepted.yaml\` accepts counts as minor. An entry that is expired or meets no break fails.

| rule | change | request | response | generated code | why |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

## Where the engine is not believed

\`redocly diff\` gives a second opinion. A break that it reports confirms ours, is set aside by a row below, or is
taken over. Our comparison is believed when it finds at the same place what the third column says.

| row | rules of the engine | what our comparison finds | where | why |
| --- | --- | --- | --- | --- |
${fixes.join("\n")}
`;
}

function because({ because: reason }: PolicyRow): string {
  return typeof reason === "string" ? reason : `${reason.request} ${reason.response}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
