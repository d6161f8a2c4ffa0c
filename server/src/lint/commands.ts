/** What the commands of a plan's steps destroy. */
import { type CommandFact, factsOf, isMadeBy, type Located } from '../analysis/commands/index.ts';
import type { ScalarNode } from '../model/located.ts';
import type { StepView } from './views.ts';

export type Destruction = Located<CommandFact>;

/** What a command destroys but for what the texts before it, or its own earlier lines, have made. */
export function destroyedBy(node: ScalarNode, before: () => readonly string[]): readonly Destruction[] {
  return factsOf(node).filter(({ fact }) => {
    const own = node.text.slice(0, fact.from);
    return ![own, ...before()].some((text) => isMadeBy(fact, text));
  });
}

/** The commands by which steps go forward. */
export function commandsOf(steps: readonly StepView[]): readonly string[] {
  return steps.flatMap(({ up }) => (up?.command ? [up.command.toString()] : []));
}

/** The first command of a step that nothing brings back. `before`: the steps that have run by then. */
export function irreversibleCommand(step: StepView, before: () => readonly StepView[]): Destruction | undefined {
  const node = step.up?.command?.node;
  return node && destroyedBy(node, () => commandsOf(before())).find(({ fact }) => fact.damage === 'irreversible');
}
