// Generates the call card and the field overview as HTML for the descriptions that Redoc renders. The HTML is on one
// line, because an empty line would end an HTML block in Markdown.
import { follow, type JsonObject, type Operation } from "@vpcep/contract-reader";

import { exampleOf, fieldsOf } from "./fields.js";
import { highlightLines, render } from "./markdown.js";
import { callOf, samplesOf, type Scheme, schemesOf, tokenVariable } from "./samples.js";
import { escapeHtml, objectEntries } from "./text.js";

/** Redoc's ID for an operation without tags: `other/<operation ID>`. */
export const operationAnchor = ({ operationId, path }: Operation): string =>
  `other/${(operationId ?? path).toLowerCase()}`;

/** Redoc's ID for a response field. */
export const fieldAnchor = (operation: Operation, status: string, path: string): string =>
  `${operationAnchor(operation)}/t=response&c=${status}&path=${path}`;

/** Returns a card with the method, path, authentication, and a sample in each language. */
export function callCard(contract: JsonObject, operation: Operation): string {
  const call = callOf(contract, operation);
  const samples = samplesOf(contract, operation);
  const schemes = schemesOf(contract, operation);
  const path = escapeHtml(call.path)
    .replaceAll("/", "<wbr>/")
    .replaceAll(/\{[^}]+\}/g, (name) => `<b>${name.replaceAll("_", "_<wbr>")}</b>`);
  const tabs = samples.map(
    ({ id, label }) =>
      `<button type="button" role="tab" data-lang="${id}" aria-selected="${id === "curl"}" tabindex="${id === "curl" ? 0 : -1}">${escapeHtml(label)}</button>`,
  );
  const blocks = samples.map(
    ({ id, label, source }) =>
      `<div class="code" role="tabpanel" data-sample="${id}" aria-label="${escapeHtml(label)}"><button type="button" data-copy>Copy ${escapeHtml(label)}</button><pre tabindex="0"><code>${highlightLines(source.trimEnd())}</code></pre></div>`,
  );
  return `<div class="call">${[
    `<div class="call-line"><span class="method">${call.method}</span><code class="path">${path}</code><button type="button" data-copy-text="${escapeHtml(call.path)}">Copy path</button></div>`,
    `<dl class="call-facts"><dt>Host</dt><dd><code>${escapeHtml(call.baseUrl)}</code> (<a href="getting-started.html#choose-the-region">other regions</a>)</dd>${authentication(schemes)}</dl>`,
    `<div class="samples"><div class="tabs" role="tablist" aria-label="Language of the sample">${tabs.join("")}</div>${blocks.join("")}</div>`,
  ].join("")}</div>`;
}

/** Returns the header name for each credential, and instructions for obtaining the credential. */
function authentication(schemes: readonly Scheme[]): string {
  const rows = schemes.map(({ header, signature }, index) => {
    const value = signature ? `${header}: SDK-HMAC-SHA256 …` : `${header}: $${tokenVariable}`;
    const where = signature
      ? `a signature with access keys (AK/SK). <a href="authentication.html#sign-requests-with-access-keys">How to sign</a>`
      : `a token from IAM for your project, valid for 24 hours. <a href="authentication.html#get-a-token">Get a token</a>`;
    return `<dd>${index === 0 ? "" : "<em>or</em> "}<code>${escapeHtml(value)}</code> ${where}</dd>`;
  });
  return rows.length === 0 ? `<dt>Auth</dt><dd>none</dd>` : `<dt>Auth</dt>${rows.join("")}`;
}

/** Returns a description of each credential that the operation accepts, as HTML. */
export const credentialDetails = (contract: JsonObject, operation: Operation): string =>
  schemesOf(contract, operation)
    .map(
      ({ name, header, description }) =>
        `<h3>${escapeHtml(name)}: header <code>${escapeHtml(header)}</code></h3>\n${render(description).html}`,
    )
    .join("\n");

/**
 * Lists all response fields. Each entry contains a link to the field's description, and an example value or the field's
 * type.
 */
export function fieldOverview(contract: JsonObject, operation: Operation, status: string): string {
  const content = objectEntries(operation.responses.get(status)?.["content"]);
  const tables = content.flatMap(([, media]) => {
    const bodies = objectEntries(media["examples"]).map(
      ([, example]) => follow(contract, example)["value"] ?? null,
    );
    const rows = fieldsOf(contract, media["schema"] ?? {}).map((field) => {
      const anchor = fieldAnchor(operation, status, field.path);
      const example = exampleOf(field, bodies);
      const optional = field.required ? "" : ` <small>optional</small>`;
      return `<div style="--depth:${field.depth}"><dt><a href="#${escapeHtml(anchor)}">${escapeHtml(field.name)}</a>${optional}</dt><dd>${example === "" ? `<span>${escapeHtml(field.form.split(",")[0] ?? "")}</span>` : `<code>${escapeHtml(example)}</code>`}</dd></div>`;
    });
    return rows.length === 0 ? [] : [`<dl class="fields">${rows.join("")}</dl>`];
  });
  return tables.join("\n\n");
}
