// Runs test/e2e/host inside a real extension host: `node scripts/vscode/run-host.mjs [--grep text]`.
import { runInHost } from './host.mjs';

await runInHost('host');
