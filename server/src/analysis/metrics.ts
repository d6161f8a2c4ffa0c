/** What a metric measures, as far as its name tells. */

export type Signal = 'errors' | 'latency' | 'traffic' | 'saturation' | 'correctness' | 'business' | 'usage';

const SIGNALS: readonly (readonly [Signal, RegExp])[] = [
  ['correctness', /mismatch|divergen|drift|inconsisten|discrepan|corrupt|checksum|reconcil|lost|duplicate/],
  ['latency', /latency|duration|response-?time|p50|p90|p95|p99|percentile|slow|apdex/],
  ['errors', /error|fail|5xx|4xx|exception|crash|panic|success-rate|availability|timeout|reject/],
  ['saturation', /cpu|memory|heap|disk|saturation|queue|lag|backlog|connections|pool|load|throttl/],
  ['business', /conversion|checkout|order|revenue|signup|sign-up|payment|cart|purchase|login/],
  ['usage', /readers|usage|callers|users|adoption|consumers/],
  ['traffic', /rps|qps|throughput|requests|traffic|rate$/],
];

/** Nothing where the name tells nothing. */
export function signalOf(metric: string): Signal | undefined {
  const name = metric.toLowerCase();
  return SIGNALS.find(([, pattern]) => pattern.test(name))?.[0];
}
