import { LoopError } from './LoopError';
import { parseLoopOptions } from './options';

describe('parseLoopOptions', () => {
  it('keeps everything in .data of the checkout unless told otherwise', () => {
    expect(parseLoopOptions([], '/checkout')).toEqual({
      dataDir: '/checkout/.data',
      reset: false,
      port: 3000,
      backendPort: 7007,
      nodes: 3,
    });
  });

  it('reads every flag', () => {
    expect(
      parseLoopOptions(
        [
          '--data=/d',
          '--reset',
          '--port=1',
          '--backend-port',
          '65535',
          '--nodes=9',
        ],
        '/checkout',
      ),
    ).toEqual({
      dataDir: '/d',
      reset: true,
      port: 1,
      backendPort: 65535,
      nodes: 9,
    });
  });

  it('prefers help over the rest', () => {
    expect(parseLoopOptions(['--help', '--port=1'], '/checkout')).toBe('help');
  });

  it.each([
    [['--port=0'], '--port 0: give a whole number from 1 to 65535'],
    [['--port=http'], '--port http: give a whole number'],
    [['--backend-port=70000'], '--backend-port 70000: give a whole number'],
    [['--nodes=10'], '--nodes 10: give a whole number from 1 to 9'],
    [['--nodes=1.5'], '--nodes 1.5: give a whole number'],
    [['--rest'], "Unknown option '--rest'"],
    [['later'], "Unexpected argument 'later'"],
  ])('refuses %j and says why', (argv, message) => {
    const parse = () => parseLoopOptions(argv, '/checkout');
    expect(parse).toThrow(LoopError);
    expect(parse).toThrow(message);
  });
});
