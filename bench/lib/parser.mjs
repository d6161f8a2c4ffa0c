// The parser that we use, and not the one that came with a peer.
export { parseDocument, visit, YAMLSeq } from '../../node_modules/yaml/dist/index.js';
