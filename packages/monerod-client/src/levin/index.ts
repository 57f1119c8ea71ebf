export { COMMAND, describeCommand } from './commands';
export { encodeFragments, encodeNoise } from './fragments';
export {
  decodeHeader,
  encodeHeader,
  FLAG,
  HEADER_BYTES,
  type LevinHeader,
} from './header';
export { LevinError, type LevinErrorCode } from './LevinError';
export { LevinParser, type LevinParserOptions } from './LevinParser';
export { LEVIN_LIMITS, type LevinLimits } from './limits';
export {
  encodeMessage,
  type LevinKind,
  type LevinMessage,
  type OutgoingMessage,
} from './message';
export { type PeerAddress } from './messages/address';
export {
  handshake,
  ping,
  supportFlags,
  timedSync,
  type LevinCall,
  type RequestOf,
  type ResponseOf,
} from './messages/calls';
export { type CoreSyncData } from './messages/coreSyncData';
export { SUPPORT_FLAG, type NodeData } from './messages/nodeData';
export { MAX_PEERS, type PeerListEntry } from './messages/peerList';
export { NETWORKS, type NetworkConstants } from './network';
