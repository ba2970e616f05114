/** Says what went wrong, with the file that it went wrong in. */
export class MigrationError extends Error {
  override name = "MigrationError";
}
