/** Thrown if the review can't compare the descriptions. The command prints the message and exits with code 2. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
}
