/** Plans whose steps hold statements, in both syntaxes. */

/** A step as text: what it says besides its statements, in each syntax, and its statements. */
export interface SqlStep {
  readonly phase?: 'expand' | 'migrate' | 'contract';
  readonly engine?: string;
  readonly up?: string;
  readonly down?: string;
  /** Keys of a step in YAML, one a line. */
  readonly yaml?: string;
  /** Labels of a step in Markdown, one a line. */
  readonly markdown?: string;
  /** How the name of the step is written, with markers around it where it is to be underlined. */
  readonly id?: string;
}

export function yamlPlan(...steps: readonly SqlStep[]): string {
  return `migration:\n  steps:\n${steps.map(yamlStep).join('')}`;
}

function yamlStep({ phase, engine = 'postgresql', up, down, yaml, id = 'change-orders' }: SqlStep): string {
  const keys = [
    `    - id: ${id}`,
    ...(phase ? [`phase: ${phase}`] : []),
    `engine: ${engine}`,
    ...(yaml === undefined ? [] : yaml.split('\n')),
    ...(up === undefined ? [] : ['up:', ...yamlSql(up)]),
    ...(down === undefined ? [] : ['down:', ...yamlSql(down)]),
  ];
  return `${keys.map((line, at) => (at === 0 ? line : `      ${line}`)).join('\n')}\n`;
}

function yamlSql(sql: string): readonly string[] {
  return ['  sql: |', ...sql.split('\n').map((line) => `    ${line}`)];
}

export function markdownPlan(...steps: readonly SqlStep[]): string {
  return `# Migration plan\n\n## Steps\n${steps.map(markdownStep).join('')}`;
}

function markdownStep(step: SqlStep, at: number): string {
  const { phase, engine = 'postgresql', up, down, markdown, id = 'change orders' } = step;
  const title = `${phase ? `${phase.charAt(0).toUpperCase()}${phase.slice(1)}: ` : ''}${id.replaceAll('-', ' ')}`;
  const labels = [`- Engine: ${engine}`, ...(markdown === undefined ? [] : [markdown])];
  const ways = [up === undefined ? '' : fence('Up', up), down === undefined ? '' : fence('Down', down)];
  return `\n### ${at + 1}. ${title}\n\n${labels.join('\n')}\n${ways.join('')}`;
}

function fence(label: string, sql: string): string {
  return `\n**${label}**:\n\n\`\`\`sql\n${sql}\n\`\`\`\n`;
}

/** The same steps in both syntaxes. */
export function inBoth(...steps: readonly SqlStep[]): { readonly yaml: string; readonly markdown: string } {
  return { yaml: yamlPlan(...steps), markdown: markdownPlan(...steps) };
}
