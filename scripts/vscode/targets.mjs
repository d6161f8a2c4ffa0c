// The pinned VS Code builds that tests run against.
// The npm package code-server carries VS Code's own server and workbench, so a registry mirror is all the network they need.

const codeServer = {
  '4.100.3': {
    package: 'code-server@4.100.3',
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  },
  '4.139.1': {
    package: 'code-server@4.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
};

/** `workspace.findFiles` needs ripgrep, which VS Code's own packages download from GitHub in an install script. */
export const ripgrep = {
  package: '@vscode/ripgrep-universal@1.18.0',
  integrity: 'sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
};

const targets = {
  default: { name: 'default', version: '1.100.3', archive: codeServer['4.100.3'], nodeMajor: 20 },
  newest: { name: 'newest', version: '1.139.1', archive: codeServer['4.139.1'], nodeMajor: 24 },
};

export function targetOf(name = 'default') {
  const target = targets[name];
  if (!target) throw new Error(`Unknown VS Code build "${name}"; known: ${Object.keys(targets).join(', ')}.`);
  return target;
}

/** The build that ROLLOUT_PLAN_VSCODE names; its other values, `desktop` and a path, are for run-host.mjs. */
export const requestedTarget = () => {
  const asked = process.env.ROLLOUT_PLAN_VSCODE;
  return asked && asked in targets ? asked : 'default';
};
