// Node of every major version that we promise to run on, pinned, from npm: the tests of the server run on each.
import path from 'node:path';
import { once, unpack } from './vscode/archive.mjs';

const NODES = {
  20: {
    version: '20.20.2',
    x64: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    arm64: 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
  },
  22: {
    version: '22.23.3',
    x64: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
    arm64: 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  },
  24: {
    version: '24.21.0',
    x64: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    arm64: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

export const ownMajor = Number(process.versions.node.split('.')[0]);
export const otherMajors = Object.keys(NODES)
  .map(Number)
  .filter((major) => major !== ownMajor);

/** Whether npm has a Node for this machine; it does for Linux. */
export const hasNodes = process.platform === 'linux' && process.arch in NODES[20];

/** Path of the Node of a major version. */
export async function installNode(major) {
  const { version, [process.arch]: integrity } = NODES[major];
  const folder = await once({ package: `node-linux-${process.arch}@${version}`, integrity }, unpack);
  return path.join(folder, 'bin/node');
}
