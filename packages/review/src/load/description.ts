import { posix } from "node:path";

import { fragmentTokens } from "@vpcep/contract-reader";

import { ReviewError } from "../review-error.js";
import { SourceDocument } from "./document.js";
import { Site, isObject, type SiteOwner } from "./site.js";
import { walk } from "./walk.js";

/** The folder or commit that contains the files of a description. */
export interface FileSource {
  /** Name of the folder or commit in messages, such as a Git ref or a path. */
  readonly label: string;
  /** Reads a file by its path, with `/` as the separator. Returns undefined if the file does not exist. */
  read(path: string): string | undefined;
}

/** A location that cannot be judged. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
  readonly text: string;
}

/** An OpenAPI description in one or more files. Referenced files are loaded when needed. */
export class Description implements SiteOwner {
  readonly root: Site;
  readonly version: "3.0" | "3.1";
  readonly #documents = new Map<string, SourceDocument>();
  readonly #roots = new Map<SourceDocument, Site>();
  readonly #targets = new Map<string, Site>();
  readonly #identified = new Map<SourceDocument, Map<string, Site>>();
  readonly #faults = new Map<string, Fault>();

  /**
   * @param file path of the description's root file within the folder or commit
   * @throws ReviewError if the file does not exist, cannot be parsed, or is not OpenAPI 3.0 or 3.1
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
            : "the file does not contain an object."),
      );
    }
    this.version = version as "3.0" | "3.1";
    for (const [key, isRight] of [
      ["info", isObject],
      ["paths", isObject],
      ["webhooks", isObject],
      ["components", isObject],
      ["servers", Array.isArray],
      ["security", Array.isArray],
    ] as const) {
      const site = this.root.child(key);
      if (site.value === undefined ? key === "info" : !isRight(site.value))
        this.refuse(site, `"${key}" is missing or has the wrong type`);
    }
  }

  /** All files loaded so far, by path. */
  get documents(): ReadonlyMap<string, SourceDocument> {
    return this.#documents;
  }

  /** Locations found so far that cannot be judged. */
  get faults(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  /** Returns a file's root location. */
  rootOf(document: SourceDocument): Site {
    const root = this.#roots.get(document) ?? new Site(this, document, document.value);
    this.#roots.set(document, root);
    return root;
  }

  /** `info.version`, or undefined if it is not a string. */
  get announcedVersion(): string | undefined {
    const version = this.root.child("info").object["version"];
    return typeof version === "string" ? version : undefined;
  }

  refuse({ file, line, pointer }: Site, text: string): void {
    this.#faults.set(`${file} ${pointer} ${text}`, { file, line, pointer, text });
  }

  resolve(from: Site, reference: string): Site {
    const seen = new Set<Site>();
    let site = from;
    let next: unknown = reference;
    while (typeof next === "string") {
      if (seen.has(site)) return this.#broken(from, reference, "is circular");
      seen.add(site);
      const key = `${site.file} ${resourceOf(site).id} ${next}`;
      const target: Site = this.#targets.get(key) ?? this.#step(site, next);
      this.#targets.set(key, target);
      site = target;
      next = site.object["$ref"];
    }
    return site;
  }

  /**
   * Loads every file that the loaded files reference, directly or indirectly, so that `documents` is complete. Skips
   * unreadable files.
   */
  loadReferenced(): void {
    // Iterating over a map also visits entries that are added during the loop.
    for (const document of this.#documents.values())
      walk(this.rootOf(document), (value) => {
        const reference = (value as { $ref?: unknown }).$ref;
        const [path = ""] = typeof reference === "string" ? reference.split("#", 1) : [];
        if (path === "" || path.includes(":")) return;
        try {
          this.#document(posix.join(posix.dirname(document.file), decoded(path) ?? path));
        } catch (cause) {
          if (!(cause instanceof ReviewError)) throw cause;
        }
      });
  }

  #step(from: Site, reference: string): Site {
    const [path = "", fragment = ""] = reference.split("#", 2);
    const resource = resourceOf(from);
    const identified = this.#byId(from, resource, path);
    if (identified !== undefined)
      return this.#inside(identified, fragment) ?? this.#inFile(from, reference);
    if (/^[a-z][a-z0-9+.-]*:/i.test(path))
      return this.#broken(from, reference, "is a network URL; bundle the description first");
    // Fragments are relative to the nearest schema with an `$id`. Many authors expect fragments to be relative to the
    // file, so if the schema does not contain the target, search the file.
    const near =
      path === "" && resource.parent !== undefined ? this.#inside(resource, fragment) : undefined;
    return near ?? this.#inFile(from, reference);
  }

  /** Resolves a reference to a location in another file or in the same file. */
  #inFile(from: Site, reference: string): Site {
    const [path = "", fragment = ""] = reference.split("#", 2);
    const relative = decoded(path);
    if (relative === undefined)
      return this.#broken(from, reference, "is not a valid URI reference");
    const file = path === "" ? from.file : posix.join(posix.dirname(from.file), relative);
    let document: SourceDocument | undefined;
    try {
      document = this.#document(file);
    } catch (cause) {
      if (cause instanceof ReviewError)
        return this.#broken(from, reference, `can't be read: ${cause.message}`);
      throw cause;
    }
    if (document === undefined)
      return this.#broken(
        from,
        reference,
        `points to a file that is missing or outside the repository (${file})`,
      );
    return (
      this.#inside(this.rootOf(document), fragment) ??
      this.#broken(from, reference, "cannot be resolved")
    );
  }

  /** Resolves a URI fragment relative to a root location. Returns undefined if the target does not exist. */
  #inside(root: Site, fragment: string): Site | undefined {
    if (fragment !== "" && !fragment.startsWith("/"))
      return this.#index(root).get(`#${decoded(fragment) ?? fragment}`);
    let site = root;
    for (const token of fragmentTokens(`#${fragment}`) ?? []) {
      // Any location on the path can itself be a reference.
      const step = isObject(site.value) ? site.target : site;
      site = step.child(token);
    }
    return site.value === undefined ? undefined : site;
  }

  #byId(from: Site, resource: Site, path: string): Site | undefined {
    if (path === "" || this.version === "3.0") return undefined;
    const base = resource.object["$id"];
    let absolute = path;
    try {
      absolute = new URL(path, typeof base === "string" ? base : undefined).href;
    } catch {
      // Without an enclosing `$id`, a relative reference points to a file.
    }
    return this.#index(this.rootOf(from.document)).get(absolute);
  }

  /** Returns a map of schemas, with each `$id` and each anchor (with a leading `#`) as a key. */
  #index(root: Site): Map<string, Site> {
    const known = this.#identified.get(root.document);
    if (known !== undefined && root.parent === undefined) return known;
    const found = new Map<string, Site>();
    walk(root, (value, _keys, site) => {
      for (const key of ["$anchor", "$dynamicAnchor"]) {
        const name = (value as Record<string, unknown>)[key];
        if (typeof name === "string" && !found.has(`#${name}`)) found.set(`#${name}`, site());
      }
      const { $id: id } = value as { $id?: unknown };
      if (typeof id === "string") found.set(absoluteId(site()) ?? id, site());
    });
    if (root.parent === undefined) this.#identified.set(root.document, found);
    return found;
  }

  #broken(from: Site, reference: string, fault: string): Site {
    this.refuse(from, `the reference ${JSON.stringify(reference)} ${fault}`);
    return new Site(this, from.document, {}, from.parent, from.key);
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

/** Returns the nearest enclosing schema that has an `$id`, or the file's root. */
function resourceOf(site: Site): Site {
  let at = site;
  while (at.parent !== undefined) {
    if (typeof at.object["$id"] === "string" && at.description.version === "3.1") return at;
    at = at.parent;
  }
  return at;
}

function absoluteId(site: Site): string | undefined {
  const id = site.object["$id"];
  if (typeof id !== "string") return undefined;
  const outer = site.parent === undefined ? undefined : resourceOf(site.parent).object["$id"];
  try {
    return new URL(id, typeof outer === "string" ? outer : undefined).href;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
