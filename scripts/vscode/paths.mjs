// Where things are. Everything that is fetched or built for tests lives in git-ignored folders of the repository.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');
/** Downloaded builds of VS Code and Node, and compiled test suites. */
export const cacheDir = path.join(root, '.vscode-test');
/** Reports and screenshots of the last run. */
export const resultsDir = path.join(root, 'test-results');
export const screenshotsDir = path.join(resultsDir, 'screenshots');
