import { markdownChecklist, yamlChecklist } from '../../support/checklists.ts';
import { testRule } from '../../support/rule-tester.ts';

const group = (check: string) => ({ functional: [check] });

testRule('check-not-verifiable', {
  artifact: 'VALIDATION_CHECKLIST',
  clean: [
    { name: 'something definite', yaml: yamlChecklist(), markdown: markdownChecklist() },
    {
      name: 'it says how',
      yaml: yamlChecklist(group('{ check: posting works, how: a person posts and looks }')),
      markdown: markdownChecklist(group('posting works: `tests/post.sh`')),
    },
    { name: 'old and new', yaml: yamlChecklist(group('an old client works against the new server')) },
    { name: 'a test by its name', yaml: yamlChecklist(group('the currency suite works')) },
    { name: 'still open', yaml: yamlChecklist(group('TBD')) },
  ],
  faulty: [
    {
      name: 'it works',
      yaml: yamlChecklist(group('{ check: posting [|works|], owner: team-ledger }')),
      markdown: markdownChecklist(group('posting [|works|]')),
      message:
        '"works" is what everybody who ticks it takes it for. Write how it is checked: a command, a test, a number, a link.',
      fixed: {
        yaml: yamlChecklist(group('{ check: posting works, how: scripts/check.sh exits with 0, owner: team-ledger }')),
      },
    },
    {
      name: 'as expected',
      yaml: yamlChecklist(group('{ check: the page [|behaves as expected|] }')),
      markdown: markdownChecklist(group('everything [|looks good|]')),
    },
    { name: 'correctly', yaml: yamlChecklist(group('{ check: orders are shown [|correctly|]. }')) },
  ],
});
