/** Preloaded into a process (`--require`): whatever would open a connection or ask for a name is written down, and fails. */
const { appendFileSync } = require('node:fs');

const WITNESS = process.env.ROLLOUT_PLAN_NETWORK_WITNESS;

function refuse(name) {
  return () => {
    appendFileSync(WITNESS, `${name}\n`);
    throw new Error(`${name}: there is no network`);
  };
}

function refuseAll(owner, label, names) {
  for (const name of names) if (typeof owner[name] === 'function') owner[name] = refuse(`${label}.${name}`);
}

const net = require('node:net');
const dns = require('node:dns');
const functionsOf = (module) => Object.keys(module).filter((name) => typeof module[name] === 'function');

refuseAll(net, 'net', ['connect', 'createConnection', 'createServer']);
refuseAll(net.Socket.prototype, 'net.Socket', ['connect']);
refuseAll(net.Server.prototype, 'net.Server', ['listen']);
refuseAll(require('node:tls'), 'tls', ['connect', 'createServer']);
refuseAll(require('node:dgram'), 'dgram', ['createSocket']);
refuseAll(require('node:http'), 'http', ['request', 'get', 'createServer']);
refuseAll(require('node:https'), 'https', ['request', 'get', 'createServer']);
refuseAll(require('node:http2'), 'http2', ['connect', 'createServer', 'createSecureServer']);
refuseAll(dns, 'dns', functionsOf(dns));
refuseAll(dns.promises, 'dns.promises', functionsOf(dns.promises));
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
require('node:module').syncBuiltinESMExports();
