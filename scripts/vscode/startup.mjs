// What the extension adds to the editor's start: `node scripts/vscode/startup.mjs [--rounds N]`.
import { parseArgs } from 'node:util';
import { editorStarts } from '../../bench/lib/editor-starts.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
console.log(`\n${await editorStarts({ rounds: Number(values.rounds) })}`);
