import {
  Codec,
  named,
  object,
  storageCodec,
  text,
  u32,
  u64,
} from '../../storage';
import { COMMAND } from '../commands';
import { coreSyncData } from './coreSyncData';
import { nodeData } from './nodeData';
import { peerList } from './peerList';

/** A command with its request and its response. */
export interface LevinCall<Request, Response> {
  command: number;
  request: Codec<Request>;
  response: Codec<Response>;
}

/** What asking means in a call. */
export type RequestOf<C> = C extends LevinCall<infer T, infer _R> ? T : never;

/** What a call answers. */
export type ResponseOf<C> = C extends LevinCall<infer _R, infer T> ? T : never;

const empty = () => storageCodec(object({}));

/** First of all calls: who one is and what one has. */
export const handshake = {
  command: COMMAND.handshake,
  request: storageCodec(
    object({
      nodeData: named('node_data', nodeData),
      syncData: named('payload_data', coreSyncData),
    }),
  ),
  response: storageCodec(
    object({
      nodeData: named('node_data', nodeData),
      syncData: named('payload_data', coreSyncData),
      peers: peerList(),
    }),
  ),
};

/** Once a minute: what one has by now, and some more peers. */
export const timedSync = {
  command: COMMAND.timedSync,
  request: storageCodec(
    object({ syncData: named('payload_data', coreSyncData) }),
  ),
  response: storageCodec(
    object({
      syncData: named('payload_data', coreSyncData),
      peers: peerList(),
    }),
  ),
};

/** Whether somebody listens there; answered without a handshake. */
export const ping = {
  command: COMMAND.ping,
  request: empty(),
  response: storageCodec(
    object({
      /** `OK`, always. */
      status: text(),
      peerId: named('peer_id', u64()),
    }),
  ),
};

/** Asked of who left them out of the handshake. */
export const supportFlags = {
  command: COMMAND.supportFlags,
  request: empty(),
  response: storageCodec(
    object({ supportFlags: named('support_flags', u32()) }),
  ),
};
