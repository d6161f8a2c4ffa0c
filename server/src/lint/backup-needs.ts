/** How long a backup must be kept, as far as the plan says: each need is the least that is certain, counted from the moment it is taken. */
import { windowsIn } from '../analysis/criteria/windows-in.ts';
import { formatDuration, parseDate, parseDuration } from '../model/notation.ts';
import type { Plan } from '../model/plan/plan.ts';
import type { Value } from '../model/plan/view.ts';
import type { Span } from '../model/source.ts';
import { type Bundle, plansAround } from './bundle.ts';
import { objectsOf } from './coverage.ts';
import type { StepView } from './irreversible.ts';
import { type BackupView, nameOfStep } from './step-backup.ts';
import { heldUntil, isBeforeProduction, listedIn, type StageView, stagesAmong } from './step-in-rollout.ts';
