/** Commands: what `sudo kubectl -n shop delete namespace shop` destroys, with the place of every word. */
export { commandFacts } from './facts.ts';
export { factsOf, type Located, unpinnedOf } from './locate.ts';
export { isMadeBy, isOneMadeBy, namesMade } from './made.ts';
export { isThrowaway } from './names.ts';
export { isNegated } from './negation.ts';
export { commandsIn } from './parse.ts';
export { type Token, tokensIn } from './tokens.ts';
export type { Command, CommandFact, Damage, Redirect, TextRange, UnpinnedFact, Word } from './types.ts';
export { unpinnedIn } from './unpinned.ts';
