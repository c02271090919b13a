/** Something that is missing or wrong after a contract edit. */
export interface Finding {
  /** The problem category, printed next to the location. */
  kind: "contract" | "example" | "provenance" | "generated file" | "type fact" | "changeset";
  /** The file, followed by `:<line>` if the line is known. */
  place: string;
  reason: string;
  remedy: string;
}
