/** Options that more than one rule reads: what one of them proposes keeps to the limits of the others. */
import type { RuleOption } from './options.ts';

export const LARGEST_CANARY: RuleOption<'percent'> = {
  name: 'largest',
  kind: 'percent',
  default: '5%',
  description: 'The largest share that the first stage in production may take.',
};

export const LARGEST_JUMP: RuleOption<'number'> = {
  name: 'largest',
  kind: 'number',
  default: '10',
  description: 'How many times as many a stage may take as the one before it.',
};

export const SHORTEST_SOAK: RuleOption<'duration'> = {
  name: 'shortest',
  kind: 'duration',
  default: '0s',
  description: 'The shortest soak of a stage in production, also where its criteria take less.',
};

export const SHORTEST_DEPRECATION: RuleOption<'duration'> = {
  name: 'shortest',
  kind: 'duration',
  default: '90d',
  description: 'The shortest time from the announcement to the removal.',
};
