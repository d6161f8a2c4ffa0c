/** Growing and shrinking a selection along the structure of the plan. */
import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selection-ranges.ts';
import type { Range } from '../../features/types.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const selectionRangesFeature: LspFeature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  listen: (session) => {
    session.connection.onSelectionRanges(
      aboutPlan<SelectionRangeParams, SelectionRange[] | null>(
        session,
        'textDocument/selectionRange',
        null,
        (context, { positions }) => positions.map((position) => chained(selectionRanges(context, position))),
      ),
    );
  },
};

/** There is always the whole text. */
function chained(ranges: readonly Range[]): SelectionRange {
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent ? { range, parent } : { range }),
    undefined,
  ) as SelectionRange;
}
