/** Rollouts for the tests of stages: complete but for what a test leaves out. */

const METRICS = `rolloutPlan: 1
owner: team-payments
metrics:
  - { id: error-rate, query: sum(errors), dashboard: "https://d.example.com", baseline: 0.1%, onNoData: abort }
  - { id: p99-latency, query: p99, dashboard: "https://d.example.com", baseline: 180ms, onNoData: hold }
`;

const COMPLETE: Readonly<Record<string, string>> = {
  environment: 'production',
  weight: '1%',
  soak: '2h',
  entryCriteria: '[staging succeeded]',
  metrics: '[error-rate, p99-latency]',
  successCriteria: '[error-rate < 0.5% for 1h]',
  abortCriteria: '[error-rate > 1% for 5m -> rollback]',
};

/** A stage in lines. `undefined` leaves a key out. */
export function yamlStage(id: string, own: Readonly<Record<string, string | undefined>> = {}): string {
  const keys = Object.entries({ ...COMPLETE, ...own }).filter(([, value]) => value !== undefined);
  return [`    - id: ${id}`, ...keys.map(([key, value]) => `      ${key}: ${value}`)].join('\n');
}

export function yamlRollout(stages: readonly string[], own = '  unit: requests\n'): string {
  return `${METRICS}rollout:\n${own}  stages:\n${stages.join('\n')}\n`;
}

const LABELS: Readonly<Record<string, string>> = {
  environment: '**Environment**: production',
  entryCriteria: '**Entry criteria**:\n\n- staging succeeded',
  metrics: '**Metrics**: error-rate, p99-latency',
  successCriteria: '**Success criteria**:\n\n- error-rate < 0.5% for 1h',
  abortCriteria: '**Abort criteria**:\n\n- error-rate > 1% for 5m -> rollback',
};

/** A stage under a heading. `undefined` leaves a part out. */
export function markdownStage(heading: string, own: Readonly<Record<string, string | undefined>> = {}): string {
  const parts = Object.values({ ...LABELS, ...own }).filter((part) => part !== undefined);
  return [`### ${heading}`, ...parts].join('\n\n');
}

export function markdownRollout(stages: readonly string[], own = '**Unit**: requests'): string {
  const parts = ['# Rollout plan', '**Dashboard**: https://d.example.com', own, '## Stages', ...stages];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
