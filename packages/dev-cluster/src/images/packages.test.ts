import { fileNamesIn } from './packages';

it('reads the file names that apt is going to write', () => {
  const output = `'http://mirror.example/debian/pool/main/z/zlib/zlib1g_1.2.13.dfsg-1_amd64.deb' zlib1g_1%3a1.2.13.dfsg-1_amd64.deb 86676 SHA256:8d1e
'http://mirror.example/debian/pool/main/m/monero/monero_0.18.0.0_amd64.deb' monero_0.18.0.0_amd64.deb 1 SHA256:00
`;
  expect(fileNamesIn(output)).toEqual([
    'monero_0.18.0.0_amd64.deb',
    'zlib1g_1%3a1.2.13.dfsg-1_amd64.deb',
  ]);
});
