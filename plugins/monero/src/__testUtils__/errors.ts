import { ResponseError } from '@backstage/errors';

/** The error that the client throws for an answer of the backend. */
export function responseError(
  status: number,
  name: string,
  message: string,
): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}

/** A method of the client that fails with an answer of the backend. */
export function failing(status: number, name: string, message: string) {
  return async (): Promise<never> => {
    throw await responseError(status, name, message);
  };
}
