import { describe, expect, it } from 'vitest';
import { type Signal, signalOf } from '../../server/src/analysis/metrics.ts';

const NAMES: Readonly<Record<Signal, readonly string[]>> = {
  correctness: [
    'dual-read-mismatches',
    'replica-divergence',
    'schema_drift_total',
    'inconsistent rows',
    'discrepancies',
    'corrupt-records',
    'checksum-failures',
    'reconciliation-errors',
    'lost_messages',
    'duplicate-orders',
  ],
  latency: [
    'latency',
    'http_request_duration_seconds',
    'response-time',
    'responsetime',
    'p50',
    'p90',
    'p95-checkout',
    'P99 of POST /orders',
    '75th percentile',
    'slow queries',
    'apdex',
  ],
  errors: [
    'error-rate',
    'failed-requests',
    'http_5xx_ratio',
    '4xx-rate',
    'exceptions',
    'crash-free sessions',
    'panics',
    'success-rate',
    'availability',
    'timeouts',
    'rejected-orders',
  ],
  saturation: [
    'cpu',
    'memory-working-set',
    'jvm_heap_used',
    'disk-used',
    'saturation',
    'queue-depth',
    'replication-lag',
    'backlog',
    'open-connections',
    'thread-pool',
    'load1',
    'throttled-calls',
  ],
  business: [
    'conversion',
    'checkouts-per-minute',
    'orders placed',
    'revenue',
    'signups',
    'sign-ups',
    'payments',
    'carts-abandoned',
    'purchases',
    'logins',
  ],
  usage: ['v1-readers', 'usage-of-v1', 'callers-of-v1', 'active_users', 'adoption', 'consumers-on-v1'],
  traffic: ['rps', 'qps', 'throughput', 'http_requests_total', 'traffic', 'hit-rate'],
};

describe.each(Object.entries(NAMES))('%s', (signal, names) => {
  it.each(names)('%s', (name) => expect(signalOf(name)).toBe(signal));
});

it.each(['', 'rate-limit', 'temperature', 'build-number', 'v2'])('nothing is known of "%s"', (name) => {
  expect(signalOf(name)).toBeUndefined();
});
