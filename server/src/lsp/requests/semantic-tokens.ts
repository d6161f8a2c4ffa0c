/** Semantic tokens: of a file, of a part of it, and of what has changed in it since it was last asked for. */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { PlanContext } from '../../features/context.ts';
import {
  irreversibleByNeighbours,
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../features/semantic-tokens.ts';
import type { Range } from '../../features/types.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

const NOTHING: SemanticTokens = { data: [] };

export const semanticTokensFeature: LspFeature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  }),
  listen: (session) => {
    const { semanticTokens: requests } = session.connection.languages;
    /** What open documents were last told. */
    const told = new Map<string, SemanticTokensBuilder>();
    const builderOf = (uri: string): SemanticTokensBuilder => {
      for (const known of told.keys()) if (!session.documents.has(known)) told.delete(known);
      const builder = told.get(uri) ?? new SemanticTokensBuilder();
      if (session.documents.has(uri)) told.set(uri, builder);
      return builder;
    };
    requests.on(
      aboutPlan<SemanticTokensParams, SemanticTokens>(
        session,
        'textDocument/semanticTokens/full',
        NOTHING,
        (context, { textDocument }) => {
          // Beginning anew gives the answer an id of its own.
          const builder = builderOf(textDocument.uri);
          builder.previousResult('');
          return fill(builder, context).build();
        },
      ),
    );
    requests.onDelta(
      aboutPlan<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
        session,
        'textDocument/semanticTokens/full/delta',
        NOTHING,
        (context, { textDocument, previousResultId }) => {
          const builder = builderOf(textDocument.uri);
          builder.previousResult(previousResultId);
          return fill(builder, context).buildEdits();
        },
      ),
    );
    requests.onRange(
      aboutPlan<SemanticTokensRangeParams, SemanticTokens>(
        session,
        'textDocument/semanticTokens/range',
        NOTHING,
        (context, { range }) => fill(new SemanticTokensBuilder(), context, range).build(),
      ),
    );
  },
  shown: {
    refresh: ({ abilities, connection }) =>
      abilities.refreshSemanticTokens ? async () => connection.languages.semanticTokens.refresh() : undefined,
    fromNeighbours: irreversibleByNeighbours,
  },
};

function fill(builder: SemanticTokensBuilder, context: PlanContext, within?: Range): SemanticTokensBuilder {
  for (const { position, length, type, modifiers } of semanticTokens(context, within)) {
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    builder.push(position.line, position.character, length, TOKEN_TYPES.indexOf(type), bits);
  }
  return builder;
}
