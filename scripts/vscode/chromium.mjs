// A Chromium for the workbench: the machine's own, else Debian's package.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { must } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The first browser found; `ROLLOUT_PLAN_CHROMIUM` names one. */
export function findChromium() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env.ROLLOUT_PLAN_CHROMIUM, ...places, ...ELSEWHERE].find((file) => file && isExecutable(file));
}

export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (!existsSync('/usr/bin/apt-get')) throw new Error(advice('your package manager'));
  if (process.getuid?.() !== 0) throw new Error(advice('`sudo apt-get update && sudo apt-get install -y chromium`'));
  console.log('Installing chromium with apt …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update'], { env });
  await must('apt-get', ['install', '-y', 'chromium'], { env });
  const installed = findChromium();
  if (!installed) throw new Error(advice('your package manager'));
  return installed;
}

const advice = (how) =>
  `The tests in the editor need Chromium or Chrome, and none was found. Install it with ${how}, ` +
  'or set ROLLOUT_PLAN_CHROMIUM to its path.';

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
