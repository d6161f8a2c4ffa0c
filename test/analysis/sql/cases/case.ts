/** A statement, its actions as `tell` tells them, and their effects as `tellEffects` does. */
export type Case = readonly [sql: string, actions: readonly string[], effects: readonly string[]];
