import { Command } from '../command';
import { address } from './address';
import { crawl } from './crawl';
import { handshake } from './handshake';
import { info } from './info';
import { peers } from './peers';
import { rpc } from './rpc';
import { watch } from './watch';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  info,
  peers,
  rpc,
  handshake,
  crawl,
  address,
  watch,
];
