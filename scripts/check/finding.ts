/** Something that an edit of the contract lacks. */
export interface Finding {
  /** What is missing or wrong, as the heading of the report. */
  kind: "contract" | "example" | "provenance" | "generated file" | "type fact" | "changeset";
  /** File, with its line where there is one. */
  place: string;
  reason: string;
  remedy: string;
}
