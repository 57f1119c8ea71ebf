import { ServiceUnavailableError } from '@backstage/errors';
import { translated } from '../router/repositoryErrors';
import { TooManyProposalsError } from '../services/limit';

/**
 * Runs an action. What goes wrong is one of the errors whose words reach who
 * asked: the others an MCP server keeps to itself.
 */
export async function inOurWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof TooManyProposalsError
      ? new ServiceUnavailableError(error.message)
      : translated(error);
  }
}
