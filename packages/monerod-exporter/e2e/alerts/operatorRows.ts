import { absent, Row, Series, turn } from './series';

/** Conditions of custom resources, by an operator that is scraped as Series are. */
function condition(
  type: string,
  now: string,
  object = 'kind="MoneroNodeSet",name="wallets"',
): Series {
  return Object.fromEntries(
    ['True', 'False', 'Unknown'].map(status => [
      `monero_operator_object_condition{${object},type="${type}",status="${status}"}`,
      status === now ? 1 : 'absent',
    ]),
  );
}

const leads = (now: boolean): Series => ({
  'leader_election_master_status{name="monero-operator.utxo.com.br"}':
    Number(now),
});

/** An operator that leads, with a node set that lacks nothing. */
export const OPERATOR: Series = {
  up: 1,
  ...leads(true),
  ...condition('Ready', 'True'),
  ...condition('Stalled', 'False'),
  ...condition('RpcPublished', 'True'),
};
const UNPUBLISHED = condition('RpcPublished', 'False');

/** What the operator tells of objects, and whether there is one. */
export const OPERATOR_ROWS: Row[] = [
  {
    what: 'an onion address for all wallets that nobody finds for 12 minutes',
    exporters: { o: turn(UNPUBLISHED, 60, OPERATOR) },
    at: 72,
    fires: ['MoneroRpcOnionUnpublished'],
  },
  {
    what: 'a tor in front that was restarted 8 minutes ago',
    exporters: { o: turn(UNPUBLISHED, 60, OPERATOR) },
    at: 68,
    fires: [],
  },
  {
    what: 'a tor in front of which nobody knows, as it is an old one',
    exporters: {
      o: turn(condition('RpcPublished', 'Unknown'), 60, OPERATOR),
    },
    at: 90,
    fires: [],
  },
  {
    what: 'an onion address for all wallets that was lost and is back',
    exporters: {
      o: {
        after: 75,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: OPERATOR,
      },
    },
    at: 77,
    fires: [],
  },
  {
    what: 'a set that went while its address was lost',
    exporters: {
      o: {
        after: 75,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: { ...absent(OPERATOR), up: 1, ...leads(true) },
      },
    },
    at: 77,
    fires: [],
  },
  {
    what: 'an operator that takes over while the address is lost',
    exporters: {
      o: {
        after: 66,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: { ...absent(OPERATOR), up: 1, ...leads(false) },
      },
      p: {
        after: 66,
        from: { up: 1, ...leads(false) },
        to: { ...OPERATOR, ...UNPUBLISHED },
      },
    },
    at: 70,
    fires: ['MoneroRpcOnionUnpublished'],
  },
  {
    what: 'an operator that is gone for 7 minutes, and with it what it told of objects',
    exporters: {
      o: {
        after: 60,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: absent(OPERATOR),
      },
    },
    at: 72,
    fires: ['MoneroOperatorAbsent'],
  },
  {
    what: 'two operators of which none leads for 7 minutes',
    exporters: { o: turn(leads(false), 60, OPERATOR), p: leads(false) },
    at: 67,
    fires: ['MoneroOperatorAbsent'],
  },
  {
    what: 'an operator that took 3 minutes to take over',
    exporters: {
      o: turn(absent(OPERATOR), 60, OPERATOR),
      p: turn(leads(true), 63, leads(false)),
    },
    at: 75,
    fires: [],
  },
  {
    what: 'an operator that never led, as it is being tried out',
    exporters: { o: leads(false) },
    at: 90,
    fires: [],
  },
  {
    what: 'a network that only a person can help for 7 minutes',
    exporters: {
      o: turn(
        condition('Stalled', 'True', 'kind="MoneroNetwork",name="regtest"'),
        60,
        OPERATOR,
      ),
    },
    at: 67,
    fires: ['MoneroObjectStalled'],
  },
];
