/** Why a row is refused: a code for programs, a sentence for people. */
export class RowRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
