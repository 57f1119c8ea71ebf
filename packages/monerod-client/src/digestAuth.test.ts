import { DigestSession } from './digestAuth';

describe('DigestSession', () => {
  // RFC 2617 section 3.5, whose GET is computed from the same parts.
  const MUFASA = { username: 'Mufasa', password: 'Circle Of Life' };
  const CHALLENGE =
    'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"';
  const request = { method: 'GET', uri: '/dir/index.html' };

  it("computes the response of the RFC's example", () => {
    const session = new DigestSession(MUFASA, () => '0a4f113b');
    expect(session.accept([CHALLENGE])).toBe(true);
    expect(session.authorize(request)).toBe(
      'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", algorithm=MD5, qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc069c403ebaf9f0171e9517f40e41"',
    );
  });

  it('counts the uses of a nonce, and starts again with the next', () => {
    const session = new DigestSession(MUFASA);
    session.accept([CHALLENGE]);
    const counts = [1, 2].map(() => session.authorize(request));
    session.accept([CHALLENGE]);
    expect(
      [...counts, session.authorize(request)].map(
        each => /nc=(\w+)/.exec(each ?? '')?.[1],
      ),
    ).toEqual(['00000001', '00000002', '00000001']);
  });

  it('says nothing before a challenge', () => {
    expect(new DigestSession(MUFASA).authorize(request)).toBeUndefined();
  });

  it.each([
    ['no challenge', []],
    ['another scheme', ['Basic realm="x"']],
    [
      'another algorithm',
      ['Digest realm="x", nonce="y", qop="auth", algorithm=SHA-256'],
    ],
    [
      'an algorithm that every object knows',
      ['Digest realm="x", nonce="y", qop="auth", algorithm=constructor'],
    ],
    ['no nonce', ['Digest realm="x", qop="auth"']],
    ['no quality of protection', ['Digest realm="x", nonce="y"']],
    ['words without meaning', ['Digest ,,,="""']],
  ])('declines %s', (_sentence, headers) => {
    expect(new DigestSession(MUFASA).accept(headers)).toBe(false);
  });
});
