/** Something that keeps the review from judging: the command prints the one line and ends with exit code 2. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
}
