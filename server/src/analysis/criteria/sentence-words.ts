/** The words that tell an event from a wish. Data only. Plurals in `s` are made from the nouns. */
import { phraseTable } from './phrases.ts';

/**
 * What a phrase says for or against an event.
 * - `evident`: somebody or something sees it happen, whatever else the sentence says ("data loss", "alert").
 * - `happens`: an event if the sentence says to what ("fails", "is green").
 * - `symptom`: an event when counted ("any error"), a metric when judged ("too many errors").
 * - `metric`: a quantity that means nothing without a number ("latency").
 * - `vague`: nobody can measure it ("significantly"); `nothing`: a word in the place of a name ("issues", "something").
 * - `judged`: vague beside a metric or a symptom only ("high", "stable").
 * - `moves`: vague beside a metric ("increases").
 * - `compares`: a comparison whose other side is not a number; then nothing can be said.
 */
export type Hint =
  | 'evident'
  | 'happens'
  | 'symptom'
  | 'metric'
  | 'vague'
  | 'nothing'
  | 'judged'
  | 'moves'
  | 'compares'
  | 'counts';

const EVIDENT_NOUNS =
  'data loss report|data loss|data corruption|corruption|customer report|user report|report|complaint|support ticket|ticket|outage|incident|alert|alarm|page|crash|crash loop|crashloop|crashloopbackoff|panic|deadlock|oom|oom kill|oomkilled|out of memory|segfault|core dump|stack trace|security breach|data breach|breach|leak|leakage|duplicate|duplicate charge|duplicate row|duplicate order|double charge|wrong amount|wrong total|wrong balance|mismatch|failed payment|failed job|failed order|failed login|failed migration|lost message|lost order|lost write|missing row|missing record|orphaned row|split brain|split-brain|restart|redeploy|5xx|http 5xx|http 500|sev1|sev2|sev-1|sev-2|sev 1|sev 2|p0|p1|p2|dead letter|poison message|unhandled exception|uncaught exception|integrity violation|constraint violation|foreign key violation|unique violation|lost update|paging event';
const EVIDENT =
  'no data|closed|resolved|fixed|documented|triaged|signed off|sign-off|sign off|signoff|on-call is paged|is paged|are paged|approval';
const HAPPENS =
  'fails|fail|failed|failing|fires|fire|fired|firing|paged|pages|crashes|crashed|crashing|restarts|restarted|passes|pass|passed|passing|succeeds|succeed|succeeded|completes|completed|complete|finished|finishes|green|red|live|down|unreachable|unavailable|reachable|returns|returned|exits|responds|answers|acknowledged|acknowledges|acks|acked|approved|approves|signs|opens|opened|trips|tripped|reports|reported|found|detected|discovered|observed|lost|missing|rehearsed|taken|verified|exists|exist|deployed|merged|enabled|disabled|published|reviewed|restored|confirmed|ready|created|announced|notified|emits|logged|appears|appear|occurs|occur|occurred|rejects|rejected|triggered|breached|violated|stuck|stalls|stalled|duplicated|exhausted|expires|expired|met|installed|configured|tested|executed|drained|switched|promoted|replicated|synced|in sync|out of sync|caught up|times out|timed out|time out|cannot|unable to|refuses|refused|absent|present|in place|available|scheduled|informed|recorded|archived|declared|registered|loses|lose|kills|killed|evicted|corrupted|deleted|dropped|overwritten|charged|backed up|does not start|starts|started|matches|match|agree|agrees|is on|are on|is off|are off|turned on|turned off|switched on|switched off';
const SYMPTOMS =
  'error|failure|timeout|warning|exception|retry|rejection|bug|regression|defect|5xx error|server error|client error|connection error|validation error|error in the logs';
const METRICS =
  'error rate|failure rate|success rate|latency|performance|throughput|response time|load time|cpu|cpu usage|memory|memory usage|load|lag|replication lag|availability|traffic|metric|saturation|conversion|conversion rate|resource usage|disk usage|queue depth|quality|p50|p75|p90|p95|p99|user experience|experience|behaviour|behavior|system|service';
const VAGUE =
  'as needed|if needed|when needed|where needed|if necessary|as necessary|when necessary|if required|as required|as appropriate|when appropriate|at our discretion|discretion|judgement|judgment|gut feeling|tbd|to be determined|to be decided|to be defined|significantly|significant|substantially|substantial|considerably|considerable|dramatically|dramatic|noticeably|noticeable|severely|badly|seriously|drastically|materially|visibly|markedly|too many|too much|too high|too slow|too low|too long|too large|too often|too frequently|excessive|excessively|unacceptable|unacceptably|acceptable|abnormal|abnormally|anomalous|unusual|unusually|unreasonable|reasonable|reasonably|sluggish|suspicious|weird|strange|odd|unhealthy levels|goes wrong|go wrong|going wrong|gone wrong|went wrong|looks good|look good|looks fine|look fine|looks ok|look ok|looks okay|look okay|looks right|look right|looks wrong|look wrong|looks off|look off|looks bad|look bad|looks healthy|look healthy|looks normal|look normal|looks stable|look stable|seems wrong|seem wrong|seems fine|seems ok|seems off|seems slow|feels wrong|feels slow|feels off|not right|not happy|all is well|works well|work well|works fine|works as expected|work as expected|as expected|behaves as expected|misbehaves|misbehaving|gets worse|get worse|getting worse|gets bad|got worse|unhappy|bad experience|poor experience|poor performance|performance degradation|unsatisfactory|satisfactory|satisfied|comfortable|confident|a lot of|lots of';
const NOTHING =
  'issue|problem|trouble|concern|difficulty|difficulties|something|anything|thing|everything|anomaly|anomalies|glitch|glitches|hiccup|unexpected behaviour|unexpected behavior|odd behaviour|strange behaviour|strange behavior|instability|instabilities';
const JUDGED =
  'high|higher|low|lower|slow|slower|large|many|several|some|normal|stable|unstable|steady|elevated|bad|poor|worse|good|fine|ok|okay|consistent|degraded|unexpected|serious|severe|increased|reduced|noisy';
const MOVES =
  'increases|increase|increasing|rises|rise|rising|spikes|spike|spiking|climbs|climbing|grows|grow|jumps|surges|surge|soars|degrades|degrade|degrading|degradation|drops|drop|dropping|falls|falling|decreases|decrease|decreasing|declines|decline|deteriorates|deteriorate|deterioration|worsens|worsen|regresses|regress|suffers|suffer|slows|slows down|fluctuates|improves|goes up|go up|goes down|go down';
const COMPARES =
  'above|below|exceeds|exceed|exceeded|exceeding|more than|less than|fewer than|greater than|higher than|lower than|worse than|slower than|faster than|at least|at most|baseline|compared to|compared with|relative to|versus|vs|outside|within|between';
/** Words that count what comes after them: "any error", "zero failures", "a single timeout". */
const COUNTS = 'any|no|zero|a single|the first|first|one|two|three|four|five|every|each|another|new|repeated';

function phrases(list: string): string[] {
  return list.split('|');
}

function withPlurals(list: string): string[] {
  return phrases(list).flatMap((noun) => [noun, noun.endsWith('s') ? noun : `${noun}s`]);
}

/** `vague` stands before `judged`: where two tables know the same words, the first one wins. */
export const HINTS = phraseTable<Hint>([
  ['vague', phrases(VAGUE)],
  ['evident', [...withPlurals(EVIDENT_NOUNS), ...phrases(EVIDENT)]],
  ['nothing', withPlurals(NOTHING)],
  ['compares', phrases(COMPARES)],
  ['happens', phrases(HAPPENS)],
  ['symptom', withPlurals(SYMPTOMS)],
  ['metric', withPlurals(METRICS)],
  ['judged', phrases(JUDGED)],
  ['moves', phrases(MOVES)],
  ['counts', phrases(COUNTS)],
]);

/** Words without which a sentence still says of what it speaks. */
export const EMPTY_WORDS = new Set(
  'it they this that these those we you he she one who a an the if when whenever once is are was were be been has have had do does did not no any all and or of in on at to for from by with our its their there then critical major minor big other further known unforeseen'.split(
    ' ',
  ),
);
