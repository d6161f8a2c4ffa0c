/**
 * The language of the messages. Imported before everything else that speaks: some sentences are made when their module is loaded. The
 * client names the bundle of the editor's language in the environment; without one the messages are those of the sources.
 */
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';

const bundle = process.env.ROLLOUT_PLAN_L10N;

if (bundle !== undefined && bundle !== '') {
  try {
    l10n.config({ fsPath: fileURLToPath(bundle) });
  } catch (error) {
    process.stderr.write(`The messages of ${bundle} could not be read, so they are in English: ${error}\n`);
  }
}
