import type { TLSSocket } from 'node:tls';
import { MonerodError } from '../errors';

const SHA256 = /^[0-9a-f]{64}$/;

const plain = (text: string): string => text.replace(/:/g, '').toLowerCase();

/** Pinned certificates, one way of writing. @throws TypeError naming a bad one */
export function parseFingerprints(texts: readonly string[]): string[] {
  return texts.map(text => {
    const digits = plain(text);
    if (!SHA256.test(digits)) {
      throw new TypeError(
        `fingerprints: ${JSON.stringify(
          text,
        )} is not a SHA-256 of 64 hexadecimal digits`,
      );
    }
    return digits;
  });
}

/**
 * Checks that a server showed one of the pinned certificates.
 *
 * @throws MonerodError `Untrusted`, with the fingerprint that it showed
 */
export function checkFingerprint(
  socket: TLSSocket,
  pinned: readonly string[],
): void {
  const shown = plain(socket.getPeerCertificate().fingerprint256 ?? '');
  if (!pinned.includes(shown)) {
    throw new MonerodError(
      'Untrusted',
      `its certificate has the SHA-256 ${
        shown || 'of none'
      }, which is not pinned`,
    );
  }
}
