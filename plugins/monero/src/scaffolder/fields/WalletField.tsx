import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  makeFieldSchema,
  type CustomFieldValidator,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import type { WalletUse } from '@monero-portal/plugin-monero-common/wallet';
import { moneroApiRef } from '../../api';
import {
  FieldBox,
  fieldView,
  problemAt,
  readFormState,
  type FormState,
  TypedField,
} from '../form';

/** Longer than the longest address, so that what is pasted too long is seen to be. */
const MAX_LENGTH = 200;

/** What the form says the address is for; the network of a node set is the portal's to know. */
async function purposeOf(
  { work, target }: FormState,
  api: Pick<MoneroApi, 'getSnapshot'>,
  signal?: AbortSignal,
): Promise<WalletUse> {
  if (!work.daemon) {
    return { solo: false };
  }
  if (work.daemonKind === 'MoneroNetwork') {
    return { solo: true, nettype: 'regtest' };
  }
  const { items } = await api.getSnapshot({}, { signal });
  const daemon = items.find(
    item =>
      item.kind === 'MoneroNodeSet' &&
      item.name === work.daemon &&
      item.namespace === target.namespace &&
      item.cluster === target.cluster,
  );
  const nettype = (['mainnet', 'testnet', 'stagenet', 'regtest'] as const).find(
    known => known === daemon?.network,
  );
  return { solo: true, nettype };
}

/** What is wrong with an address beyond the rules of the CRD, or a note about it. */
async function judge(
  wallet: string,
  state: FormState,
  api: Pick<MoneroApi, 'getSnapshot'>,
  signal?: AbortSignal,
): Promise<{ problem?: string; note?: string }> {
  // Curves and hashes: loaded with the first address.
  const [{ checkWallet }, use] = await Promise.all([
    import('@monero-portal/plugin-monero-common/wallet'),
    purposeOf(state, api, signal),
  ]);
  const checked = checkWallet(wallet, use);
  if (checked.problem !== undefined) {
    return checked;
  }
  const { nettype, kind } = checked.address;
  return {
    note: `A ${
      kind === 'standard' ? 'primary' : kind
    } address of ${nettype}, checksum correct.${
      nettype === 'mainnet' || use.nettype
        ? ''
        : ` Coins of ${nettype} are worth nothing.`
    }`,
  };
}

interface Judged {
  wallet: string;
  problem?: string;
  note?: string;
}

/** The answer for what is typed now; nothing while it is being found out. */
function useJudged(wallet: string | undefined, state: FormState) {
  const api = useApi(moneroApiRef);
  const [judged, setJudged] = useState<Judged>();
  const key = JSON.stringify([state.work, state.target]);
  useEffect(() => {
    if (!wallet) {
      return undefined;
    }
    const controller = new AbortController();
    judge(wallet, state, api, controller.signal)
      .then(answer => {
        if (!controller.signal.aborted) {
          setJudged({ wallet, ...answer });
        }
      })
      .catch(() => undefined);
    return () => controller.abort();
    // What else the form says does not matter to an address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wallet, key, api]);
  return judged?.wallet === wallet ? judged : undefined;
}

/** A Monero address, with checksum, keys and network looked at while it is typed. */
export function WalletField(props: FieldExtensionComponentProps<string>) {
  const view = fieldView(props, 'Wallet address');
  const state = readFormState(view.formData);
  const ruled = view.value ? problemAt(view.formData, 'wallet') : undefined;
  const judged = useJudged(ruled ? undefined : view.value, state);
  return (
    <FieldBox
      name={props.name}
      note={[judged?.note, view.description].filter(Boolean).join(' ')}
    >
      <TypedField
        view={view}
        problem={ruled ?? judged?.problem}
        valueOf={typed => typed.trim() || undefined}
        maxLength={MAX_LENGTH}
        placeholder="4…"
      />
    </FieldBox>
  );
}

/** Refuses what the API server would refuse, in its words, and a wrong checksum or network. */
export const validateWallet: CustomFieldValidator<string> = async (
  wallet,
  field,
  { formData, apiHolder },
) => {
  const form = { ...formData, wallet };
  const state = readFormState(form);
  const problem = problemAt(form, 'wallet');
  const api = apiHolder.get(moneroApiRef);
  if (problem) {
    field.addError(problem);
  } else if (wallet && api) {
    const judged = await judge(wallet, state, api);
    if (judged.problem) {
      field.addError(judged.problem);
    }
  }
};

export const walletSchema = makeFieldSchema({
  output: z => z.string().describe('Monero address'),
});
