import { defineRule } from '../../lint/rule.ts';
import { contractPresence } from './contract-presence.ts';

/** The contract says how long old and new run side by side. */
export const missingCompatibilityWindow = defineRule(contractPresence('missing-compatibility-window'));
