/** The words of windows. Data only. */
import { phraseTable } from './phrases.ts';

export const WINDOW_OPENERS = phraseTable<'sure' | 'maybe'>([
  [
    'sure',
    [
      'for',
      'sustained for',
      'sustained over',
      'lasting',
      'lasting for',
      'over a period of',
      'persisting for',
      'held for',
    ],
  ],
  [
    'sure',
    [
      'continuously for',
      'consistently for',
      'consecutively for',
      'sustained',
      'persists for',
      'lasts for',
      'for a period of',
    ],
  ],
  [
    'maybe',
    [
      'over',
      'in',
      'within',
      'during',
      'across',
      'inside',
      'throughout',
      'averaged over',
      'on average over',
      'in total over',
      'measured over',
      'through',
    ],
  ],
]);
const OPENER_ENDS = new Set('for over in within during lasting across sustained inside'.split(' '));

/** Whether a window may have begun with this word, so that "for more than 5 minutes" compares nothing. */
export function matchesWindowOpener(word: string): boolean {
  return OPENER_ENDS.has(word);
}
/** Between the opener and the length: "for at least the last five consecutive minutes". */
export const WINDOW_FILLERS = new Set(
  'a an any the at least more than over longer last first past next previous every each full rolling continuous consecutive period of window about around approximately roughly straight sustained entire whole'.split(
    ' ',
  ),
);
/** After the length: "5-minute window", "10 minutes in a row". */
export const WINDOW_CLOSERS = phraseTable<true>([
  [
    true,
    [
      'window',
      'windows',
      'period',
      'periods',
      'interval',
      'rolling window',
      'moving window',
      'sliding window',
      'or more',
    ],
  ],
  [
    true,
    [
      'or longer',
      'in a row',
      'straight',
      'continuously',
      'consecutively',
      'average',
      'avg',
      'rolling average',
      'moving average',
    ],
  ],
]);
/** After `for`: a window whose length is not said as a time. */
export const WINDOW_COUNTS = new Set(
  'several few couple consecutive prolonged extended long while time period sustained checks samples evaluations datapoints intervals cycles measurements'.split(
    ' ',
  ),
);
