import { posix } from "node:path";

import { ReviewError } from "../review-error.js";
import type { FileSource } from "./file-source.js";
import { Site, isObject } from "./site.js";
import { SourceDocument } from "./source-document.js";

/** An OpenAPI description, in one file or in many; files are read when a reference leads to them. */
export class Description {
  readonly root: Site;
  /** `"3.0"` or `"3.1"`: the dialect of the schemas. */
  readonly version: "3.0" | "3.1";
  readonly #documents = new Map<string, SourceDocument>();
  readonly #roots = new Map<SourceDocument, Site>();
  readonly #targets = new Map<string, Site>();

  /**
   * @param file path of the root file inside the source
   * @throws ReviewError when there is no such file, it cannot be parsed, or it is not OpenAPI 3.0 or 3.1
   */
  constructor(
    readonly source: FileSource,
    readonly file: string,
  ) {
    const document = this.#document(posix.normalize(file));
    if (document === undefined) throw new ReviewError(`${source.label} has no ${file}.`);
    this.root = this.rootOf(document);
    const written = this.root.object["openapi"];
    const version = /^3\.[01](?=\.\d)/.exec(String(written))?.[0];
    if (version === undefined) {
      throw new ReviewError(
        `${file} (${source.label}) is not an OpenAPI 3.0 or 3.1 description: ` +
          (isObject(document.value)
            ? `its "openapi" is ${written === undefined ? "missing" : JSON.stringify(written)}.`
            : "it is no object."),
      );
    }
    this.version = version as "3.0" | "3.1";
    for (const [key, wanted] of [
      ["info", isObject],
      ["paths", isObject],
      ["components", isObject],
      ["servers", Array.isArray],
      ["security", Array.isArray],
    ] as const) {
      const value = this.root.object[key];
      if (key === "info" ? !wanted(value) : value !== undefined && !wanted(value))
        throw new ReviewError(
          `${file} (${source.label}): "${key}" is missing or has a wrong form.`,
        );
    }
  }

  /** Every file that was read so far, by path. */
  get documents(): ReadonlyMap<string, SourceDocument> {
    return this.#documents;
  }

  /** The place that a whole file is. */
  rootOf(document: SourceDocument): Site {
    const root = this.#roots.get(document) ?? new Site(this, document, document.value);
    this.#roots.set(document, root);
    return root;
  }

  /** `info.version`, or undefined when it is no text. */
  get announcedVersion(): string | undefined {
    const version = (this.root.child("info").object as { version?: unknown }).version;
    return typeof version === "string" ? version : undefined;
  }

  /** @throws ReviewError when the reference leads nowhere, in a circle or out to the network. */
  resolve(from: Site): Site {
    const seen = new Set<Site>();
    let site = from;
    for (;;) {
      const reference = site.object["$ref"];
      if (typeof reference !== "string") return site;
      if (seen.has(site)) throw this.#broken(from, "leads in a circle");
      seen.add(site);
      const key = `${site.file}#${reference}`;
      const target = this.#targets.get(key) ?? this.#step(site, reference);
      this.#targets.set(key, target);
      site = target;
    }
  }

  #step(from: Site, reference: string): Site {
    if (/^[a-z][a-z0-9+.-]*:/i.test(reference))
      throw this.#broken(from, "leads to the network; bundle the description first");
    const [path = "", fragment = ""] = reference.split("#", 2);
    const file =
      path === "" ? from.file : posix.join(posix.dirname(from.file), decodeURIComponent(path));
    const document = this.#document(file);
    if (document === undefined) throw this.#broken(from, `names a file that is missing (${file})`);
    let site = this.rootOf(document);
    if (fragment !== "" && !fragment.startsWith("/")) {
      const anchored = findAnchor(site, fragment);
      if (anchored === undefined) throw this.#broken(from, "names an anchor that is missing");
      return anchored;
    }
    for (const token of fragment.split("/").slice(1)) {
      // On the way a reference may have to be followed too: `paths.yaml#/a` may itself be a reference.
      const step = site.value === undefined ? site : site.target;
      site = step.child(decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
    }
    if (site.value === undefined) throw this.#broken(from, "leads nowhere");
    return site;
  }

  #broken(from: Site, fault: string): ReviewError {
    return new ReviewError(
      `${from.file}:${from.line} (${this.source.label}): the reference ` +
        `${JSON.stringify(from.object["$ref"])} ${fault}.`,
    );
  }

  #document(file: string): SourceDocument | undefined {
    const known = this.#documents.get(file);
    if (known !== undefined) return known;
    const text = this.source.read(file);
    if (text === undefined) return undefined;
    const document = new SourceDocument(file, text);
    this.#documents.set(file, document);
    return document;
  }
}

function findAnchor(site: Site, name: string): Site | undefined {
  if (typeof site.value !== "object" || site.value === null) return undefined;
  if (site.object["$anchor"] === name || site.object["$dynamicAnchor"] === name) return site;
  for (const key of Object.keys(site.value)) {
    const found = findAnchor(site.child(key), name);
    if (found !== undefined) return found;
  }
  return undefined;
}
