import { UsageError } from './args';
import { parseRpcLogin } from './rpcLogin';

describe('parseRpcLogin', () => {
  it.each<[string | undefined, unknown]>([
    [undefined, undefined],
    ['', undefined],
    ['alice:s3cret', { username: 'alice', password: 's3cret' }],
    ['alice:a:b', { username: 'alice', password: 'a:b' }],
    ['alice:', { username: 'alice', password: '' }],
  ])('reads %j', (value, expected) => {
    expect(parseRpcLogin(value)).toEqual(expected);
  });

  it.each(['s3cret', ':s3cret'])('refuses %j without repeating it', value => {
    expect(() => parseRpcLogin(value)).toThrow(
      new UsageError('RPC_LOGIN: is not of the form username:password'),
    );
  });
});
