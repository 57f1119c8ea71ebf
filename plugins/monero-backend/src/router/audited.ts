import type { AuditorService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { Request } from 'express';

/** What is written down about a change. */
export interface AuditedEvent {
  eventId: string;
  /** If it came over HTTP. */
  request?: Request;
  meta: Record<string, string | number>;
}

/** Runs a change and writes down who tried it and how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditedEvent,
  run: () => Promise<T>,
  metaOf: (result: T) => Record<string, string | number> = () => ({}),
): Promise<T> {
  const audit = await auditor.createEvent({
    ...event,
    severityLevel: 'medium',
  });
  try {
    const result = await run();
    await audit.success({ meta: metaOf(result) });
    return result;
  } catch (error) {
    assertError(error);
    await audit.fail({ error: toPlainError(error) });
    throw error;
  }
}

function toPlainError(error: { name: string; message: string }): Error {
  return error instanceof Error ? error : new Error(error.message);
}
