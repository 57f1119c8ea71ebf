import { foreignLibraries } from './nodeRuntime';

describe('the running Node', () => {
  it('fits into an image when it needs what the base has', () => {
    expect(
      foreignLibraries(`	linux-vdso.so.1 (0x00007ffd)
	libdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f)
	libstdc++.so.6 => /lib/x86_64-linux-gnu/libstdc++.so.6 (0x00007f)
	/lib64/ld-linux-x86-64.so.2 (0x00007f)
`),
    ).toEqual([]);
  });

  it('does not when a distribution has split it into libraries', () => {
    expect(
      foreignLibraries(
        '	libnode.so.115 => /lib/x86_64-linux-gnu/libnode.so.115 (0x00007f)\n	libc.so.6 => /lib/libc.so.6 (0x0)\n',
      ),
    ).toEqual(['libnode.so.115']);
  });
});
