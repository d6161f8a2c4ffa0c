/** The words of metrics, comparisons and limits. Data only: a new spelling is a new entry here. */
import { phraseTable } from './phrases.ts';
import type { Operator } from './types.ts';

/** Words that compare, without the verb before them. `between` has two limits and is read on its own. */
export const COMPARISONS = phraseTable<Operator | 'between'>([
  ['>', ['above', 'over', 'exceeds', 'exceed', 'exceeded', 'exceeding', 'more than', 'greater than', 'higher than']],
  ['>', ['larger than', 'bigger than', 'longer than', 'slower than', 'worse than', 'beyond', 'past', 'in excess of']],
  ['>', ['surpasses', 'surpass', 'tops', 'crosses', 'breaches', 'passes above']],
  [
    '<',
    [
      'below',
      'under',
      'less than',
      'lower than',
      'fewer than',
      'smaller than',
      'shorter than',
      'faster than',
      'beneath',
    ],
  ],
  ['>=', ['at least', 'reaches', 'reach', 'hits', 'minimum of', 'a minimum of', 'no lower than']],
  [
    '>=',
    [
      'greater than or equal to',
      'more than or equal to',
      'higher than or equal to',
      'at or above',
      'equal to or above',
    ],
  ],
  ['<=', ['at most', 'up to', 'maximum of', 'a maximum of']],
  [
    '<=',
    ['less than or equal to', 'lower than or equal to', 'fewer than or equal to', 'at or below', 'equal to or below'],
  ],
  ['=', ['equals', 'equal', 'equal to', 'exactly', 'equals to']],
  ['!=', ['differs from', 'different from', 'unequal to']],
  ['between', ['between']],
]);

/** Verbs and adverbs that stand before a comparison and do not change it: "is consistently above". */
export const COPULAS = new Set(
  'is are was were be been being stays stay staying stayed remains remain remaining remained keeps kept must should shall will can may has have had to at consistently constantly continuously continually always still ever currently steadily persistently strictly it'.split(
    ' ',
  ),
);

/** Verbs of movement: they need a comparison after them ("rises above"), or `by` ("rises by more than"). */
export const RISES = new Set(
  'rises rise rising rose goes go going went gets get climbs climb climbing climbed grows grow growing grew jumps jump jumped increases increase increasing increased moves move spikes spike spiking spiked shoots creeps'.split(
    ' ',
  ),
);
export const FALLS = new Set(
  'drops drop dropping dropped falls fall falling fell dips dip dipped sinks sink decreases decrease decreasing decreased declines decline declined'.split(
    ' ',
  ),
);
/** Verbs that do not say which way. */
export const CHANGES = new Set(
  'changes change changed regresses regress regressed degrades degrade degraded deviates'.split(' '),
);

export const NEGATIONS = new Set(
  "not no never doesn't don't isn't aren't wasn't shouldn't mustn't won't can't cannot didn't hasn't doesnt isnt".split(
    ' ',
  ),
);
/** Between a negation and what it negates: "does not exceed". */
export const DO_VERBS = new Set(['does', 'do', 'did']);

/** "two" to "twelve"; `a` and `an` count in durations only. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, value) => [word, value]),
);
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mio', 1e6],
  ['billion', 1e9],
]);

export const FACTOR_WORDS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['twice', 2],
  ['triple', 3],
  ['thrice', 3],
  ['half', 0.5],
]);
export const TIMES_WORDS = new Set(['x', 'times', 'fold']);

/** What a relative limit is relative to. The longest phrase wins. */
export const BASES = phraseTable<'baseline' | 'other'>([
  [
    'baseline',
    ['baseline', 'baselines', 'baseline value', 'baseline level', 'baseline rate', 'pre-deployment baseline'],
  ],
  [
    'baseline',
    ['pre-deploy baseline', 'pre-rollout baseline', 'pre-release baseline', 'historical baseline', 'normal baseline'],
  ],
  [
    'other',
    ['control', 'control group', 'stable', 'stable version', 'previous version', 'previous release', 'old version'],
  ],
  [
    'other',
    [
      'current version',
      'last release',
      'production',
      'primary',
      'normal',
      'usual',
      'average',
      'yesterday',
      'last week',
    ],
  ],
  [
    'other',
    [
      'pre-deploy',
      'pre-deployment',
      'pre-rollout',
      'pre-release',
      'historical average',
      'slo',
      'sla',
      'target',
      'threshold',
    ],
  ],
  [
    'other',
    ['pre-deploy level', 'pre-deploy levels', 'pre-deployment levels', 'normal levels', 'the day before', 'before'],
  ],
]);
export const BASE_ARTICLES = new Set(['the', 'our', 'its', 'their', 'a']);

/** Between a number and what it is relative to: "10% above baseline". `of` gives a factor; 0 leaves the direction to the sign. */
export const DIRECTIONS = phraseTable<1 | -1 | 0 | 'of'>([
  [
    1,
    [
      'above',
      'over',
      'higher than',
      'more than',
      'greater than',
      'worse than',
      'slower than',
      'longer than',
      'larger than',
    ],
  ],
  [-1, ['below', 'under', 'lower than', 'less than', 'fewer than', 'smaller than', 'faster than', 'shorter than']],
  [
    0,
    ['relative to', 'compared to', 'compared with', 'versus', 'vs', 'against', 'from', 'with respect to', 'on top of'],
  ],
  ['of', ['of']],
]);

/** After a number they make it relative to something that is not said. No such number is read as absolute. */
export const RELATIVE_WORDS = new Set(
  'increase increases increased decrease decreased regression degradation rise drop higher lower worse better slower faster above below than relative compared vs versus baseline previous normal usual average before control stable deviation deviations sigma σ stddev standard percentile nines points pp point fold x'.split(
    ' ',
  ),
);

/** Opens a qualifier: words after the limit that leave the comparison as it is. */
export const QUALIFIERS = new Set(
  'of in on at across from by with to per during throughout for among inside within while under through via into as between after since until'.split(
    ' ',
  ),
);

/** A metric with one of these words may be compared with a time after `over`: "latency over 5 minutes". */
export const TIME_METRICS = new Set(
  'latency duration time times lag delay downtime outage age freshness staleness uptime response wait p50 p75 p90 p95 p99 p999 p99.9 percentile ttl rto rpo runtime backlog takes lasts took'.split(
    ' ',
  ),
);
/** Beside these, `m` may be a thousandth of a core or a megabyte: never minutes. */
export const AMBIGUOUS_M_METRICS = new Set('cpu cores core vcpu memory mem heap rss disk storage ram'.split(' '));
/** At the end of a metric: "restore takes more than 10 minutes". */
export const METRIC_TAIL_VERBS = new Set(
  'takes take taking took lasts last lasting shows show has have reports'.split(' '),
);
/** In front of a metric. */
export const METRIC_HEAD_WORDS = new Set(
  'sustained persistent overall the a an any our its this each every either both'.split(' '),
);
/** "increase in latency of more than 20%": the number is how far the metric moved. */
export const MOVEMENT_NOUNS: ReadonlyMap<string, 1 | -1> = new Map([
  ...'increase rise growth spike jump'.split(' ').map((noun) => [noun, 1] as const),
  ...'decrease drop fall reduction decline dip'.split(' ').map((noun) => [noun, -1] as const),
]);
/** A metric that holds one of these is half a sentence: its limit may mean something else. */
export const NO_METRIC_WORDS = new Set(
  "not no never unless until then but except than don't doesn't isn't if when while because".split(' '),
);
/** Words of sentences, which no name of a metric has. */
export const PROSE_WORDS = new Set(
  'we you they it this that these those there which can could may might would also'.split(' '),
);
/** A name does not end in one of these: "bigger by more than 1", "enabled for at least one". */
export const NO_METRIC_ENDINGS = new Set('by for with among to from in on at about will be and or'.split(' '));
/** After a limit: how, not what. */
export const TAIL_ADVERBS = new Set(
  'sustained continuously consistently consecutively persistently overall total continuous steadily'.split(' '),
);
/** After a limit, as in "5% or more". */
export const OR_BEYOND: ReadonlyMap<string, '>=' | '<='> = new Map([
  ...'more higher greater above over worse longer'.split(' ').map((word) => [word, '>='] as const),
  ...'less lower fewer below under better shorter'.split(' ').map((word) => [word, '<='] as const),
]);
