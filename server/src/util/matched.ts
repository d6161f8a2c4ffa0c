/** What a pattern has matched, or a group of it; empty where nothing matched, or where the group had no part in it. */
export function matched(match: readonly string[] | null | undefined, group = 0): string {
  return match?.[group] ?? '';
}
