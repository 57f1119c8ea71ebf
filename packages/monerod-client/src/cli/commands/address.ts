import { Address, AddressError, parseAddress } from '../../addresses';
import type { Nettype } from '../../endpoints/getInfo';
import { Command } from '../command';
import { EXIT } from '../exitCodes';
import { nettypeOf, NETWORK_OPTION } from '../networkOption';
import { facts } from '../table';
import { UsageError } from '../UsageError';

/** What came of one address, in words and hexadecimal. */
type Verdict =
  | {
      address: string;
      valid: true;
      kind: Address['kind'];
      nettype: Address['nettype'];
      publicSpendKey: string;
      publicViewKey: string;
      paymentId?: string;
    }
  | { address: string; valid: false; code: string; reason: string };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function verdictOf(text: string, nettype?: Nettype): Verdict {
  try {
    const address = parseAddress(text, nettype ? { nettype } : {});
    return {
      address: text,
      valid: true,
      kind: address.kind,
      nettype: address.nettype,
      publicSpendKey: hex(address.publicSpendKey),
      publicViewKey: hex(address.publicViewKey),
      ...(address.kind === 'integrated'
        ? { paymentId: hex(address.paymentId) }
        : {}),
    };
  } catch (error) {
    if (!(error instanceof AddressError)) {
      throw error;
    }
    const { code, message } = error;
    return { address: text, valid: false, code, reason: message };
  }
}

function verdictText(verdict: Verdict): string {
  return verdict.valid
    ? facts([
        ['address', verdict.address],
        ['valid', 'yes'],
        ['kind', verdict.kind],
        ['network', verdict.nettype],
        ['public spend key', verdict.publicSpendKey],
        ['public view key', verdict.publicViewKey],
        ['payment id', verdict.paymentId],
      ])
    : facts([
        ['address', verdict.address],
        ['valid', `no: ${verdict.reason}`],
      ]);
}

export const address: Command = {
  name: 'address',
  args: 'ADDRESS...',
  summary: 'checks addresses, and says what is in them or what is wrong',
  details:
    'Asks nobody. Exit code 1 when one of them is not good. Regtest has the addresses of mainnet.',
  options: {
    network: {
      ...NETWORK_OPTION.network,
      help: 'the only network whose addresses are good (default: any)',
    },
  },
  examples: [
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    '--network stagenet --json 5...',
  ],
  async run({ args, options, show }) {
    if (args.length === 0) {
      throw new UsageError('say at least one ADDRESS');
    }
    const nettype = nettypeOf(options);
    const verdicts = args.map(text => verdictOf(text, nettype));
    show(verdicts, () => verdicts.map(verdictText).join('\n'));
    return verdicts.every(({ valid }) => valid) ? EXIT.ok : EXIT.no;
  },
};
