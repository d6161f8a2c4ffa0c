/** What the commands of a plan's steps destroy. */
import {
  type CommandFact,
  factsOf,
  isMadeBy,
  isOneMadeBy,
  type Located,
  namesMade,
} from '../analysis/commands/index.ts';
import type { ScalarNode } from '../model/located.ts';
import { onceForEach } from '../model/plan/reads.ts';
import { spelling } from '../model/plan/view.ts';
import { addToGroup } from '../util/groups.ts';
import type { StepView } from './views.ts';

export type Destruction = Located<CommandFact>;

/** What a command destroys but for what its own earlier lines have made. */
export function destroyedBy(node: ScalarNode): readonly Destruction[] {
  return factsOf(node).filter(({ fact }) => !isMadeBy(fact, node.text.slice(0, fact.from)));
}

/** The commands of a step that nothing brings back. */
export function irreversibleCommands(step: StepView): readonly Destruction[] {
  const node = step.up?.command?.node;
  return node ? destroyedBy(node).filter(({ fact }) => fact.damage === 'irreversible') : [];
}

/** What the commands make by which steps go forward. */
export class MadeByCommands {
  /** By name, the steps that may make it, in their order. */
  private byName: Map<string, { readonly at: number; readonly text: string }[]> | undefined;

  constructor(private readonly steps: readonly StepView[]) {}

  /** Whether one of the first so many steps makes what is destroyed. */
  isMade(fact: CommandFact, before = this.steps.length): boolean {
    const isOneMade = (target: string): boolean =>
      this.making()
        .get(target)
        ?.some(({ at, text }) => at < before && isOneMadeBy(fact, target, text)) ?? false;
    return fact.targets.length > 0 && fact.targets.every(isOneMade);
  }

  /** Few commands destroy anything, so few plans are asked. */
  private making() {
    if (this.byName) return this.byName;
    this.byName = new Map();
    for (const [at, { text, names }] of madeByEach(this.steps).entries())
      for (const name of names) {
        addToGroup(this.byName, name, { at, text });
      }
    return this.byName;
  }
}

const madeByEach = onceForEach(({ up }: StepView) => {
  const text = spelling(up?.command);
  return { text, names: new Set(namesMade(text)) };
});
