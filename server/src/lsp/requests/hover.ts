import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover } from '../../features/hover.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

export const hoverFeature: LspFeature = {
  capabilities: () => ({ hoverProvider: true }),
  listen: (session) => {
    session.connection.onHover(
      aboutPlan<HoverParams, Hover | null>(session, 'textDocument/hover', null, (context, { position }) => {
        const found = hover(context, position);
        return found ? { range: found.range, contents: { kind: 'markdown', value: found.markdown } } : null;
      }),
    );
  },
};
