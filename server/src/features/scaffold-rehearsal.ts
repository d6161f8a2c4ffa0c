/** The record of a rehearsal that was timed: what the clock says, and what the plan says was tried. */
import { plansAround } from '../lint/bundle.ts';
import type { RollbackView } from '../lint/views.ts';
import { isSlot, type Skeleton, slot } from '../model/edit.ts';
import { child } from '../model/located.ts';
import { readMarkdown } from '../model/markdown/read.ts';
import { writeMarkdown } from '../model/markdown/write.ts';
import type { JsonObject } from '../model/markdown/writing/json.ts';
import { formatDuration } from '../model/notation.ts';
import type { NewFile, NewRehearsalParams } from '../protocol.ts';
import type { PlanContext } from './context.ts';
import { slotPlaces } from './scaffold-places.ts';

/** Of what is known nothing is a slot: only what somebody still has to say. */
const TBD = slot('TBD');

const MINUTE = 60_000;
/** From here on a clock without a day could be read backwards. */
const HALF_A_DAY = 12 * 60 * MINUTE;

/** `name` is the file's, without its folder. */
export function newRehearsal(context: PlanContext, params: NewRehearsalParams, name: string): NewFile {
  const value = recordOf(context, params);
  const plain = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isSlot(one) ? one.slot : one]));
  const text = writeMarkdown(plain as JsonObject, 'rehearsal');
  const { root } = readMarkdown({ uri: name, syntax: 'markdown', text }, 'rehearsal');
  return { name, text, placeholders: slotPlaces(root, value, () => false) };
}

function recordOf({ plans, bundle }: PlanContext, params: NewRehearsalParams): Record<string, Skeleton> {
  const around = plansAround(plans[0], bundle);
  const id = around.map(({ document }) => document.declared.plan).find((one) => one !== undefined);
  const title = around.map(({ view }) => view.title?.toString()).find((one) => one !== undefined);
  const rollback = around.map(({ view }) => view.rollback).find((one) => one !== undefined);
  return {
    rolloutPlan: 1,
    ...(id === undefined ? {} : { plan: id }),
    title: title ?? id ?? 'going back',
    date: dayOf(params.started),
    environment: params.environment,
    trigger: triggerOf(rollback) ?? TBD,
    command: commandOf(rollback) ?? TBD,
    ...clock(params),
    result: params.result,
    ...(rollback?.owner ? { owner: rollback.owner.toString() } : {}),
  };
}

/** Both ends to the minute, and the time between them as whoever reads the record would count it. */
function clock({ started, ended }: NewRehearsalParams): Record<string, string> {
  const [from, to] = [Date.parse(started.slice(0, 16)), Date.parse(ended.slice(0, 16))];
  const minutes = to - from;
  const seconds = Date.parse(ended) - Date.parse(started);
  const took = formatDuration(minutes >= MINUTE ? minutes : Math.max(1000, seconds));
  if (minutes >= HALF_A_DAY) return { started: atMinute(started), restored: atMinute(ended), took };
  return { started: started.slice(11, 16), restored: ended.slice(11, 16), took };
}

/** `2026-11-18T14:02:31+01:00` is `2026-11-18T14:02+01:00`. */
function atMinute(time: string): string {
  return time.slice(0, 16) + time.slice(19);
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

function triggerOf(rollback: RollbackView | undefined): string | undefined {
  const node = rollback?.triggers?.[0]?.node;
  const words = node?.kind === 'map' ? child(node, 'when') : node;
  return words?.kind === 'scalar' && !words.broken ? words.text : undefined;
}

/** The first that is run to go back; on one line, as a record quotes it. */
function commandOf(rollback: RollbackView | undefined): string | undefined {
  const commands = [...(rollback?.steps ?? []).map(({ run }) => run), rollback?.restore?.run];
  return commands
    .flatMap((command) => command?.toString().split('\n') ?? [])
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#'));
}
