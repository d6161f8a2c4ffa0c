import { defineRule } from '../../lint/rule.ts';
import { backupPresence } from './backup-presence.ts';

/** A backup has the command that restores it. */
export const backupWithoutRestore = defineRule(backupPresence('backup-without-restore'));
