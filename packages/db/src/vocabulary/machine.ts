/**
 * A state machine as data: for each state, the states it may move to.
 * Everything that asks "is this move legal?" reads this one table (use cases, screens, generated docs).
 */
export interface Machine<S extends string = string> {
  readonly name: string;
  readonly states: readonly S[];
  /** States a new row may start in. */
  readonly initial: readonly S[];
  readonly moves: Readonly<Record<S, readonly S[]>>;
}

/** Names the states once (the keys) and lets the compiler refuse a move to a state that does not exist. */
export function defineMachine<const S extends string>(
  name: string,
  initial: readonly NoInfer<S>[],
  moves: Record<S, readonly NoInfer<S>[]>,
): Machine<S> {
  return { name, initial, moves, states: Object.keys(moves) as S[] };
}

/** True when the table allows `from → to`. */
export function canMove<S extends string>(machine: Machine<S>, from: S, to: S): boolean {
  return machine.moves[from].includes(to);
}
