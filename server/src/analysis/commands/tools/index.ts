/** Every tool that is known to destroy. A new one is one entry in the file of its kind. */
import type { Tool } from '../table.ts';
import { CLOUD } from './cloud.ts';
import { CLUSTERS } from './clusters.ts';
import { DATABASES } from './databases.ts';
import { FILES_AND_DISKS } from './files.ts';
import { INFRASTRUCTURE } from './infrastructure.ts';
import { MESSAGING } from './messaging.ts';

export const TOOLS: readonly Tool[] = [
  ...CLUSTERS,
  ...INFRASTRUCTURE,
  ...CLOUD,
  ...MESSAGING,
  ...DATABASES,
  ...FILES_AND_DISKS,
];
