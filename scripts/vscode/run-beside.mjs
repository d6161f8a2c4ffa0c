// Runs test/e2e/beside, where Red Hat's YAML extension is there too: `node scripts/vscode/run-beside.mjs [--grep text]`.
import { compileStandIn } from './compile.mjs';
import { runInHost } from './host.mjs';

await runInHost('beside', { others: [await compileStandIn()] });
