/** What a metric measures, as far as its name tells. */

export type Signal = 'errors' | 'latency' | 'traffic' | 'saturation' | 'correctness' | 'business' | 'usage';

const SIGNALS: readonly (readonly [Signal, RegExp])[] = [
  ['correctness', /mismatch|divergen|drift|inconsisten|discrepan|corrupt|checksum|reconcil|lost|duplicate/],
  [
    'latency',
    /latency|duration|(?:response|load|wait|processing|query|execution)-?time|\bp[5-9]\d|percentile|slow|apdex/,
  ],
  ['errors', /error|fail|5xx|4xx|exception|crash|panic|success-rat(?:e|io)|availability|timeout|reject/],
  // Neither flags nor payloads fill up.
  [
    'saturation',
    /cpu|memory|heap|disk|saturation|queue|(?<!f)lag|backlog|connections|pool|(?<!pay|up|down)load|throttl/,
  ],
  ['business', /conversion|checkout|order|revenue|signup|sign-up|payment|cart|purchase|login/],
  ['usage', /readers|usage|callers|users|adoption|consumers/],
  ['traffic', /rps|qps|throughput|requests|traffic|rate$/],
];

/** Nothing where the name tells nothing. However its words are joined: `response_time`, `responseTime`, "response time". */
export function signalOf(metric: string): Signal | undefined {
  const name = metric
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replace(/[_\s]+/g, '-')
    .toLowerCase();
  return SIGNALS.find(([, pattern]) => pattern.test(name))?.[0];
}
