import { BinaryEndpoint } from '../../endpoint';
import { MonerodError } from '../../errors';
import { checkStatus } from '../../status';
import {
  Codec,
  object,
  storageCodec,
  StorageError,
  StorageLimits,
  StorageType,
  text,
} from '../../storage';

/**
 * For answers of a daemon that one chose: a thousand full blocks fit. Bytes
 * are limited by the client's `maxResponseBytes`.
 */
const ANSWER_LIMITS: StorageLimits = {
  maxDepth: 32,
  maxObjects: 2 ** 20,
  maxFields: 2 ** 22,
  maxStrings: 2 ** 20,
};

const STATUS = storageCodec(object({ status: text() }), {
  limits: ANSWER_LIMITS,
});

/** The other half of a declaration: what a call takes and gives. */
interface BinaryCall<
  Params,
  Request extends object,
  Answer extends object,
  Result,
> {
  /** The path without its slash. */
  name: string;
  request: StorageType<Request>;
  answer: StorageType<Answer>;
  encode(params: Params): Request;
  decode(answer: Answer): Result;
}

/** A refusal need not have the fields of an answer. */
function decodeAnswer<Answer>(
  name: string,
  codec: Codec<Answer>,
  body: Uint8Array,
): Answer {
  try {
    checkStatus(name, STATUS.decode(body).status);
    return codec.decode(body);
  } catch (error) {
    throw error instanceof StorageError
      ? new MonerodError('InvalidResponse', `${name}: ${error.message}`, {
          cause: error,
        })
      : error;
  }
}

/** Declares a call in portable storage. */
export function binaryCall<
  Params,
  Request extends object,
  Answer extends object,
  Result,
>({
  name,
  request,
  answer,
  encode,
  decode,
}: BinaryCall<Params, Request, Answer, Result>): BinaryEndpoint<
  Params,
  Result
> {
  const requests = storageCodec(request);
  const answers = storageCodec(answer, { limits: ANSWER_LIMITS });
  return {
    name,
    style: 'binary',
    encode: params => requests.encode(encode(params)),
    decode: body => decode(decodeAnswer(name, answers, body)),
  };
}
