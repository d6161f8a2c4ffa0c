/** What can be told of a failure: where it came from, or what was thrown in the place of an error. */
export function failureText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
