import * as l10n from '@vscode/l10n';
import { type CheckView, checksOf, isOpen } from '../../lint/checks.ts';
import { defineRule, finding } from '../../lint/rule.ts';
import { slot } from '../../model/edit.ts';
import { isAbsent, spelling } from '../../model/plan/view.ts';

/** Two people who tick the same box have seen the same thing. */
export const checkNotVerifiable = defineRule({
  id: 'check-not-verifiable',
  group: 'checklist',
  severity: 'information',
  fixable: true,
  *check({ plan }) {
    for (const check of checksOf(plan)) {
      const vague = isOpen(check) || saysHow(check) ? undefined : vagueWords(check);
      if (!vague || !check.check) continue;
      const message = l10n.t`"${vague.text}" is what everybody who ticks it takes it for. Write how it is checked: a command, a test, a number, a link.`;
      const { node } = check.check;
      yield finding(node.part(vague.from, vague.from + vague.text.length), message, [
        {
          title: l10n.t('Write how it is checked'),
          edits: [{ kind: 'set', parent: check.node, key: 'how', value: slot('scripts/check.sh exits with 0') }],
          preferred: true,
        },
      ]);
    }
  },
});

const WAYS = ['how', 'run', 'sql', 'expect', 'link', 'ticket'] as const;
/** Numbers, code, paths, links, tests: something that two people would find again. */
const DEFINITE =
  /\d|`|https?:|\w\/\w|\.(?:ts|js|py|sh|go|rb|java|sql|ya?ml|json)\b|[<>=≤≥%]|\b[A-Z]{2,}-\w|\b(?:tests?|suite|spec|script|query|dashboard|alerts?|alarm|graph|pipeline|report|logs?)\b/i;

function saysHow(check: CheckView): boolean {
  return WAYS.some((key) => !isAbsent(check, key)) || DEFINITE.test(spelling(check.check));
}

const VAGUE =
  /\b(?:still )?(?:works?|working|functions?|functioning|behaves?)(?: (?:fine|well|correctly|properly|normally|as (?:expected|before|intended|designed|it should)|again|ok(?:ay)?))?\W*$|\b(?:looks?|seems?|is|are) (?:all )?(?:good|ok(?:ay)?|fine|right|correct|normal|stable|healthy|reasonable|acceptable|working)\W*$|\bas expected\W*$|\b(?:correctly|properly)\W*$|\bno (?:issues?|problems?|complaints?)\W*$|^all good\W*$/i;

function vagueWords({ check }: CheckView): { readonly from: number; readonly text: string } | undefined {
  const words = spelling(check);
  const found = VAGUE.exec(words);
  if (!found) return undefined;
  return { from: found.index, text: found[0].replace(/\W+$/, '') };
}
