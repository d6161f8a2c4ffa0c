import { expect } from 'vitest';
import type { Diagnostic } from '../../server/src/features/types.ts';

/** What holds for any text at all: no rule failed, and what is told lies inside of the text, on one line. */
export function holdsForAnyText(found: readonly Diagnostic[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  for (const { code, message, range } of found) {
    expect(code).not.toBe('internal-error');
    expect(message).not.toMatch(/undefined|\[object/);
    expect(range.end.line).toBe(range.start.line);
    expect(range.start.character).toBeLessThanOrEqual(range.end.character);
    expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? -1);
  }
}
