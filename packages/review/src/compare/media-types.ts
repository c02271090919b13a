import type { Site } from "../load/site.js";

/** A `content` entry and its parsed media type name. */
export interface MediaType {
  readonly site: Site;
  readonly name: string;
  /** The name in lowercase, without whitespace and without the `charset` parameter. */
  readonly essence: string;
  readonly charset: string | undefined;
}

export function mediaTypes(content: Site): MediaType[] {
  return Object.keys(content.object).map((name) => {
    const parts = name.toLowerCase().replace(/\s+/g, "").split(";");
    const charset = parts.find((part) => part.startsWith("charset="));
    return {
      site: content.child(name).target,
      name,
      essence: parts.filter((part) => part !== charset).join(";"),
      charset: charset?.slice("charset=".length).replaceAll('"', ""),
    };
  });
}

/**
 * Whether two names mean the same media type. JSON always uses UTF-8, which is also the default charset for other media
 * types.
 */
export function areEquivalent(one: MediaType, other: MediaType): boolean {
  const charset = ({ charset: written = "utf-8", essence }: MediaType): string =>
    /[/+]json$/.test(essence) ? "utf-8" : written;
  return one.essence === other.essence && charset(one) === charset(other);
}

/** Whether a media range such as `application/*` includes the media type. */
export function isWithin({ essence }: MediaType, { essence: range }: MediaType): boolean {
  if (essence === range || !range.endsWith("/*")) return false;
  return range === "*/*" || essence.startsWith(range.slice(0, -1));
}

export function isXml({ essence }: MediaType): boolean {
  return /[/+]xml/.test(essence) || essence.endsWith("/*");
}

export function isForm({ essence }: MediaType): boolean {
  return /^multipart\/|x-www-form-urlencoded/.test(essence);
}

/**
 * Whether a body is binary. In OpenAPI 3.0, the schema of a binary body is a string in `binary` format. In OpenAPI 3.1,
 * a binary body has no schema, an empty schema, or a schema with `contentMediaType`.
 */
export function isBinary({ site, essence }: MediaType): boolean {
  const schema = site.child("schema");
  if (/json|xml|text\/|multipart\/|x-www-form-urlencoded|\*/.test(essence)) return false;
  if (schema.value === undefined) return true;
  const { type, format, contentMediaType: content = essence, ...rest } = schema.target.object;
  return (
    Object.keys(rest).every((key) => key === "description" || key === "title") &&
    (type === undefined || type === "string") &&
    (format === undefined || format === "binary") &&
    (content === essence || content === "application/octet-stream")
  );
}
