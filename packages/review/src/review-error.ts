/** An error that prevents the review. The command prints its message and exits with code 2. */
export class ReviewError extends Error {
  override readonly name = "ReviewError";
}
