/** An answer before it goes on the wire. Header names are in lower case. */
export interface ContractAnswer {
  status: number;
  headers: Record<string, string>;
  /** Parsed JSON, or the text itself when the media type is not JSON. */
  body: unknown;
}
