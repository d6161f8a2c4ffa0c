import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import { complete } from '../../features/completion/complete.ts';
import type { Completion, CompletionKind } from '../../features/completion/types.ts';
import type { Session } from '../session.ts';
import { aboutPlan, type LspFeature } from './feature.ts';

/** What begins a value, an item, a comment, an action or a part of a path. Elsewhere the editor asks as words are typed. */
const TRIGGERS = [' ', ':', '-', '#', '>', '"', "'", '/', '@', '[', '{', '(', ',', '|', '`'];

/** Shows completions again, in an editor that can. */
const SUGGEST_COMMAND = 'editor.action.triggerSuggest';
const SUGGEST = { title: 'Suggest', command: SUGGEST_COMMAND };

export const completionFeature: LspFeature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: TRIGGERS } }),
  listen: (session) => {
    const { connection, service } = session;
    connection.onCompletion(
      aboutPlan<CompletionParams, CompletionList | null>(
        session,
        'textDocument/completion',
        null,
        async (context, params) => {
          if (!context.settings.completion.enable) return null;
          const { uri } = params.textDocument;
          const found = await complete(context, params.position, service.surroundings(uri));
          return { isIncomplete: false, items: found.map((one, at) => toItem(one, at, session)) };
        },
        { beforeAdoption: true },
      ),
    );
  },
};

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  enum: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  skeleton: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  rule: CompletionItemKind.Constant,
  heading: CompletionItemKind.Module,
};

function toItem(completion: Completion, at: number, { abilities }: Session): CompletionItem {
  const { label, kind, detail, markdown, preselect, filter, edit, goesOn } = completion;
  const { range, newText, snippet } = edit;
  const takesSnippet = abilities.completionSnippets && snippet !== undefined;
  return {
    label,
    kind: KINDS[kind],
    ...(detail ? { detail } : {}),
    ...(markdown ? { documentation: { kind: 'markdown', value: markdown } } : {}),
    ...(preselect ? { preselect } : {}),
    ...(filter === undefined || filter === label ? {} : { filterText: filter }),
    // The order is the offer's; the editor would sort by the alphabet.
    sortText: String(at).padStart(4, '0'),
    textEdit: { range, newText: takesSnippet ? snippet : newText },
    ...(takesSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // Further lines are indented already.
    ...(abilities.insertTextMode && newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(goesOn && abilities.commands.has(SUGGEST_COMMAND) ? { command: SUGGEST } : {}),
  };
}
