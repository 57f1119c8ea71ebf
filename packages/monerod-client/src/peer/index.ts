export { connectSocks } from './connectSocks';
export { connectTcp, type Connect, type PeerTarget } from './connect';
export { dialPeer, pingPeer, type DialOptions } from './dialPeer';
export {
  emptyIdentity,
  type PeerIdentity,
  type PeerIdentityOptions,
} from './identity';
export {
  type Greeting,
  type Peer,
  type PeerCallOptions,
  type TimedSync,
} from './Peer';
export {
  PeerError,
  type PeerErrorCode,
  type PeerErrorDetails,
} from './PeerError';
export {
  serveEmptyPeer,
  type EmptyPeer,
  type ServeOptions,
} from './serveEmptyPeer';
