import * as l10n from '@vscode/l10n';
import { isPlaceholder } from '../../analysis/placeholders.ts';
import { addressesIn, isOnOneMachine, type NamedPath } from '../../lint/named-files.ts';
import { defineRule, type Finding, type Fix, finding, type RuleContext } from '../../lint/rule.ts';
import { anchorsOf, hasAnchor } from '../../model/markdown/anchors.ts';
import { nearest } from '../../model/schema/nearest.ts';
import type { Source } from '../../model/source.ts';
import { decoded } from '../../util/decoded.ts';
import { behindLast, upTo } from '../../util/parts.ts';

/** Whoever follows a link of the plan arrives somewhere, on any machine. */
export const brokenLink = defineRule({
  id: 'broken-link',
  group: 'bundle',
  severity: 'warning',
  fixable: true,
  *check(context) {
    for (const named of addressesIn(context.plan)) {
      if (isTemplate(named.path)) continue;
      const found = isOnOneMachine(named.path) ? onOneMachine(named, context) : missing(named, context);
      if (found) yield found;
    }
  },
});

/** Still to be filled in, by a person or by a tool. */
function isTemplate(path: string): boolean {
  return /[<>{}$*|]|\.\.\.|…/.test(path) || isPlaceholder(path);
}

function onOneMachine(named: NamedPath, { plan, bundle }: RuleContext): Finding {
  const message = l10n.t`"${shortened(named.path)}" is a place on one machine, so nobody else can follow it. Write a path relative to this file, or a URL.`;
  return finding(named.span, message, write(named, bundle.files.find(named.path, plan, named.manner)?.meant));
}

function missing(named: NamedPath, context: RuleContext): Finding | undefined {
  const { plan, bundle } = context;
  const path = upTo(named.path, '#');
  const [, fragment] = named.path.split('#', 2);
  const file = path === '' ? undefined : bundle.files.find(named.path, plan, named.manner);
  if (file?.exists === false && isFile(path, named)) {
    const hint = file.meant === undefined ? '' : `, perhaps "${file.meant}"`;
    const message = l10n.t`There is no file "${shortened(path)}", so whoever follows this finds nothing when it is needed. Write the path of a file that is there${hint}.`;
    return finding(named.span, message, write(named, file.meant));
  }
  const isOwn = path === '' && named.manner === 'link';
  return fragment ? noAnchor(named, decoded(fragment), isOwn ? plan.document.source : file?.source) : undefined;
}

function noAnchor(named: NamedPath, fragment: string, source: Source | undefined): Finding | undefined {
  if (source?.syntax !== 'markdown' || hasAnchor(source, fragment)) return undefined;
  const near = nearest(fragment, anchorsOf(source));
  const message = l10n.t`No heading has the anchor "#${shortened(fragment)}", so the link ends at the top of the file. Write the anchor of a heading that is there${near === undefined ? '' : `, perhaps "#${near}"`}.`;
  return finding(named.span, message, near === undefined ? [] : [replaceBy(named, `${upTo(named.path, '#')}#${near}`)]);
}

/** A name of something may look like a path, and a page that a tool makes has no file: only what ends like a written file is one. */
function isFile(path: string, { manner }: NamedPath): boolean {
  const name = behindLast(path, '/');
  const ending = /[^.]\.([a-z][a-z0-9]{0,7})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || /^x?html?$/.test(ending)) return false;
  if (path.startsWith('/')) return /^(?:md|markdown|sql|ya?ml)$/.test(ending);
  if (manner === 'link' || /^\.{1,2}\//.test(path)) return true;
  // `grafana.example.com/d/orders.json` is a URL that lacks its scheme.
  const isHost = /^[^/]+\.[^/]+\//.test(path);
  return !isHost && (path.includes('/') || /^(?:md|markdown|sql|ya?ml|json|sh|txt|pdf)$/.test(ending));
}

function write(named: NamedPath, meant: string | undefined): Fix[] {
  if (meant === undefined) return [];
  const [, fragment] = named.path.split('#', 2);
  return [replaceBy(named, fragment === undefined ? meant : `${meant}#${fragment}`)];
}

/** An address in parentheses ends at a space. */
function replaceBy(named: NamedPath, path: string): Fix {
  const title = `Write "${path}"`;
  if (named.node) return { title, edits: [{ kind: 'write', node: named.node, value: path }], preferred: true };
  const newText = path.replace(/[\s()<>]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/g, escapeParenthesis),
  );
  return { title, edits: [{ kind: 'replace', span: named.span, newText }], preferred: true };
}

function escapeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}

function shortened(path: string): string {
  return path.length > 80 ? `${path.slice(0, 77)}…` : path;
}
