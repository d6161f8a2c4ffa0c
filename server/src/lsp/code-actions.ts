/** Quick fixes and "fix all", in the form that the client takes: versioned edits, snippets, a command that selects. */
import {
  type CancellationToken,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type CreateFile,
  LSPErrorCodes,
  type CodeAction as LspCodeAction,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit as LspWorkspaceEdit,
  ResponseError,
  type SnippetTextEdit,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import type { CodeAction, TextEdit, WorkspaceEdit } from '../features/types.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { ToLspDiagnostic } from './convert.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Session } from './session.ts';

/** Selects a range for the user to fill in: arguments `uri` and `range`. */
export const SELECT_COMMAND = 'rolloutPlan.select';
/** Below `source.fixAll`, so that people can switch on this fixer alone when they save. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.rolloutPlan`;
const REFACTORINGS = [CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract] as const;
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORINGS];

export async function codeActions(
  { service, documents, abilities, settings, toLsp }: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<LspCodeAction[]> {
  await settings.ready;
  const kinds = askedKinds(context);
  // Clients without literals want bare commands, which cannot carry an edit.
  if (kinds.length === 0 || !abilities.literalCodeActions || !documents.has(uri)) return [];
  const { epoch } = documents;
  const actions = await service.codeActions(uri, range, kinds, token);
  // An edit may lie in any file of the bundle, and would be given the version that it was not made for.
  if (documents.epoch !== epoch) throw new ResponseError(LSPErrorCodes.ContentModified, 'a document changed');
  const result: LspCodeAction[] = [];
  for (const action of actions) {
    const converted = toAction(uri, action, abilities, documents, toLsp);
    if (converted) result.push(converted);
  }
  return result;
}

/**
 * The service's kinds that the client's filter lets through. Without a filter, a lightbulb that looks by itself after every
 * move of the cursor gets the quick fixes; a person who opens the list gets all.
 */
function askedKinds({ only, triggerKind }: CodeActionContext): CodeAction['kind'][] {
  const kinds: CodeAction['kind'][] = [];
  const asked = (kind: string): boolean =>
    only === undefined || only.length === 0 || only.some((filter) => isKind(kind, filter));
  if (asked(CodeActionKind.QuickFix)) kinds.push('quickfix');
  const unasked = (only === undefined || only.length === 0) && triggerKind === CodeActionTriggerKind.Automatic;
  if (asked(FIX_ALL) && !unasked) kinds.push('source.fixAll');
  if (!unasked) kinds.push(...REFACTORINGS.filter(asked));
  return kinds;
}

/** Whether `kind` is `filter` or stands below it. */
function isKind(kind: string, filter: string): boolean {
  return filter === CodeActionKind.Empty || kind === filter || kind.startsWith(`${filter}.`);
}

function toAction(
  uri: string,
  action: CodeAction,
  abilities: ClientAbilities,
  documents: OpenDocuments,
  toLsp: ToLspDiagnostic,
): LspCodeAction | undefined {
  const base: LspCodeAction = {
    title: action.title,
    kind: action.kind === 'source.fixAll' ? FIX_ALL : action.kind,
    diagnostics: action.diagnostics.map(toLsp),
    ...(action.preferred ? { isPreferred: true } : {}),
  };
  if (action.edit) {
    if (action.edit.creates && !abilities.createFiles) return undefined;
    // "Fix all" runs on save, where a snippet would take the cursor away.
    const snippets = abilities.snippetEdits && action.kind !== 'source.fixAll';
    return { ...base, edit: toEdit(action.edit, abilities.documentChanges, snippets, documents) };
  }
  if (!action.select || !abilities.showDocument) return undefined;
  return { ...base, command: { title: action.title, command: SELECT_COMMAND, arguments: [uri, action.select] } };
}

export function toEdit(
  { creates = [], documents: edited }: WorkspaceEdit,
  documentChanges: boolean,
  snippets: boolean,
  documents: OpenDocuments,
): LspWorkspaceEdit {
  if (!documentChanges) {
    return { changes: Object.fromEntries(edited.map(({ uri, edits }) => [uri, edits.map(plain)])) };
  }
  return {
    documentChanges: [
      ...creates.flatMap(created),
      ...edited.map(({ uri, edits }) => ({
        textDocument: { uri, version: documents.version(uri) ?? null },
        edits: edits.map((edit) => (snippets ? snippet(edit) : plain(edit))),
      })),
    ],
  };
}

/** A file that somebody else made in the meantime stays as it is, and the client says so. */
function created({ uri, text }: { readonly uri: string; readonly text: string }): (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

function plain({ range, newText }: TextEdit): LspTextEdit {
  return { range, newText };
}

function snippet(edit: TextEdit): LspTextEdit | SnippetTextEdit {
  if (edit.snippet === undefined) return plain(edit);
  return { range: edit.range, snippet: { kind: 'snippet', value: edit.snippet } };
}
