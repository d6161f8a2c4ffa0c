/** Every feature of the language beyond diagnostics and code actions. */
import type { LspFeature } from './feature.ts';
import { hoverFeature } from './hover.ts';
import { navigationFeature } from './navigation.ts';
import { renameFeature } from './rename.ts';

export const FEATURES: readonly LspFeature[] = [hoverFeature, navigationFeature, renameFeature];
