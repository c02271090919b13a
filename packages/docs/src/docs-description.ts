import { codeSamples } from "./code-samples.js";
import { explainErrorCodes } from "./explain-error-codes.js";
import { foldOpenEnums } from "./fold-open-enums.js";
import { isObject, isText, type JsonObject } from "./json.js";
import { operationsOf } from "./operations-of.js";

/**
 * The description as the docs show it: open enums as one list, error codes with their meanings, code samples,
 * and the guide behind the introduction, so that Redoc's menu and search hold it. The tag is left out, because
 * Redoc 3 hides a tagged operation behind a button; what the tag says moves into the introduction.
 */
export function docsDescription(contract: JsonObject, guide: string): JsonObject {
  const copy = foldOpenEnums(explainErrorCodes(contract)) as JsonObject;
  const tags = Array.isArray(copy["tags"]) ? copy["tags"].filter(isObject) : [];
  delete copy["tags"];
  for (const place of operationsOf(copy)) {
    delete place.operation["tags"];
    place.operation["x-codeSamples"] = codeSamples(contract, place).map(
      ({ lang, label, source }) => ({ lang, label, source }),
    );
  }
  const info = isObject(copy["info"]) ? copy["info"] : {};
  const introduction = [info["description"], ...tags.map((tag) => tag["description"])]
    .filter(isText)
    .map((text) => text.trim());
  copy["info"] = {
    ...info,
    description: [...introduction, withFlatMenu(guide.trim())].join("\n\n") + "\n",
  };
  // Redoc shows the text of a server as it is, not as Markdown.
  if (Array.isArray(copy["servers"])) {
    for (const server of copy["servers"])
      if (isObject(server) && isText(server["description"]))
        server["description"] = server["description"].replaceAll("`", "");
  }
  return copy;
}

/** Redoc's menu lists every heading down to the third level, all at one depth; only sections belong there. */
const withFlatMenu = (guide: string): string => guide.replaceAll(/^### /gm, "#### ");
