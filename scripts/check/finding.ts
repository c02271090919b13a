/** Something that is missing or wrong after an edit of the contract. */
export interface Finding {
  /** The kind of problem, printed next to the place. */
  kind: "contract" | "example" | "provenance" | "generated file" | "type fact" | "changeset";
  /** The file, followed by `:<line>` if the line is known. */
  place: string;
  reason: string;
  remedy: string;
}
