// Medians and how they are written. Ratios say more than times on a machine that others use too.
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const ms = (number) => (number < 10 ? `${number.toFixed(2)} ms` : `${Math.round(number)} ms`);
export const times = (number) => (number < 10 ? `${number.toFixed(1)} ×` : `${Math.round(number)} ×`);
export const perSecond = (number) => `${Math.round(number)}/s`;

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
