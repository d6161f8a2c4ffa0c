/** The catalogue: every rule, registered here and nowhere else. */
import type { Rule } from '../lint/rule.ts';
import { presenceRule } from './presence.ts';
import { duplicateId } from './structure/duplicate-id.ts';
import { emptySection } from './structure/empty-section.ts';
import { invalidDate } from './structure/invalid-date.ts';
import { invalidDuration } from './structure/invalid-duration.ts';
import { invalidPercentage } from './structure/invalid-percentage.ts';
import { placeholderLeft } from './structure/placeholder-left.ts';
import { planSchema } from './structure/plan-schema.ts';
import { unknownKey } from './structure/unknown-key.ts';
import { yamlSyntax } from './structure/yaml-syntax.ts';

export const RULES: readonly Rule[] = [
  yamlSyntax,
  planSchema,
  unknownKey,
  invalidDuration,
  invalidPercentage,
  invalidDate,
  duplicateId,
  placeholderLeft,
  emptySection,
  presenceRule('missing-section', 'structure', 'warning'),
  presenceRule('missing-owner', 'structure', 'warning'),
  presenceRule('missing-communication', 'structure', 'information'),
  presenceRule('missing-rollback', 'rollback', 'error'),
  presenceRule('backup-without-reference', 'irreversible', 'warning'),
  presenceRule('backup-without-ttl', 'irreversible', 'warning'),
  presenceRule('backup-without-restore', 'irreversible', 'warning'),
  presenceRule('backup-not-verified', 'irreversible', 'warning'),
];
