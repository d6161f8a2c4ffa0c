// Runs test/e2e/startup in a workspace without plans: `node scripts/vscode/run-startup.mjs [--grep text]`.
import { runInHost } from './host.mjs';

await runInHost('startup', { fixtures: 'elsewhere' });
