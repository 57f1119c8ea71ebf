import {
  compareVersions,
  type Rollout,
} from '@monero-portal/plugin-monero-common';
import { formatCount } from '../../lib/format';

const VERSION = /^v?(\d+(?:\.\d+)+)/;

/** What a rollout is about: "Upgrade to 0.18.4.0" where its images tell. Pure. */
export function titleOf({ image }: Rollout): string {
  if (!image) {
    return 'Change being rolled out';
  }
  const from = versionIn(image.from);
  const to = versionIn(image.to);
  if (from === undefined || to === undefined || from === to) {
    return `Change to image ${image.to.slice(image.to.lastIndexOf('/') + 1)}`;
  }
  return `${compareVersions(from, to) < 0 ? 'Upgrade' : 'Downgrade'} to ${to}`;
}

/** The version that an image's tag begins with; a digest says nothing. */
function versionIn(image: string): string | undefined {
  const name = image.slice(image.lastIndexOf('/') + 1).replace(/@.*$/, '');
  const [, tag = ''] = name.split(':');
  return VERSION.exec(tag)?.[1];
}

/** How far it is: "2 of 3 replaced · waits for wallet-eu-1 to be in sync". Pure. */
export function progressInWords(
  { updated, waitsFor }: Rollout,
  of: { replicas: number; verb: string },
): string {
  const done = `${formatCount(updated)} of ${formatCount(of.replicas)} ${
    of.verb
  }`;
  return waitsFor ? `${done} · waits for ${waitsFor} to be in sync` : done;
}
