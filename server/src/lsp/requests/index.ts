/** Every feature of the language beyond diagnostics and code actions. */
import { codeLensFeature } from './code-lens.ts';
import { completionFeature } from './completion.ts';
import { documentLinksFeature } from './document-links.ts';
import { documentSymbolsFeature } from './document-symbols.ts';
import type { LspFeature } from './feature.ts';
import { hoverFeature } from './hover.ts';
import { inlayHintFeature } from './inlay-hint.ts';
import { navigationFeature } from './navigation.ts';
import { onTypeFeature } from './on-type.ts';
import { renameFeature } from './rename.ts';
import { selectionRangesFeature } from './selection-ranges.ts';
import { semanticTokensFeature } from './semantic-tokens.ts';
import { workspaceSymbolsFeature } from './workspace-symbols.ts';

export const FEATURES: readonly LspFeature[] = [
  hoverFeature,
  navigationFeature,
  renameFeature,
  inlayHintFeature,
  codeLensFeature,
  completionFeature,
  semanticTokensFeature,
  documentLinksFeature,
  documentSymbolsFeature,
  selectionRangesFeature,
  workspaceSymbolsFeature,
  onTypeFeature,
];
