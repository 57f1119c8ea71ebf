import { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { EventFault, Weather } from './weather';

/** Events that were passed on, by resource, for replays. */
export type History = Map<string, string[]>;

const REMEMBERED = 50;

/** A sign of life comes so often, as the API server's does every minute. */
const BOOKMARK_MS = 2_000;

/** What is done to a watch on its way. */
export interface Passage {
  weather: () => Weather;
  isCutOff: () => boolean;
  onFault: (kind: EventFault['kind']) => void;
  /** Where the watch begins. */
  version: string;
  history: History;
  resource: string;
}

/** Passes a watch on, event by event, as the weather allows. */
export async function forwardWatch(
  answer: IncomingMessage,
  response: ServerResponse,
  passage: Passage,
): Promise<void> {
  answer.on('error', () => response.destroy());
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  let { version } = passage;
  const bookmarks = setInterval(() => {
    const object = { metadata: { resourceVersion: version } };
    if (!passage.isCutOff()) {
      response.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
    }
  }, BOOKMARK_MS);
  response.on('close', () => clearInterval(bookmarks));
  try {
    for await (const line of createInterface({ input: answer })) {
      if (passage.isCutOff()) return; // the other side hears no end either
      const fault = passage.weather().event();
      if (fault) passage.onFault(fault.kind);
      if (!(await passOn(line, fault, response, passage))) return;
      version = versionIn(line) ?? version;
    }
    response.end();
  } finally {
    clearInterval(bookmarks);
  }
}

function versionIn(line: string): string | undefined {
  const { object } = JSON.parse(line) as {
    object?: { metadata?: { resourceVersion?: string } };
  };
  return object?.metadata?.resourceVersion;
}

/** @returns whether the watch goes on */
async function passOn(
  line: string,
  fault: EventFault | undefined,
  response: ServerResponse,
  passage: Passage,
): Promise<boolean> {
  const past = passage.history.get(passage.resource) ?? [];
  switch (fault?.kind) {
    case 'expired': {
      const object = { kind: 'Status', code: 410, reason: 'Expired' };
      response.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return false;
    }
    case 'cut':
      response.write(line.slice(0, line.length / 2), () => response.destroy());
      return false;
    case 'silence':
      return false;
    case 'garbage':
      response.write('{"type":"MODIFIED","object":{}}\n');
      break;
    case 'slow':
      await new Promise(resolve => setTimeout(resolve, fault.ms));
      break;
    case 'twice':
      response.write(`${line}\n`);
      break;
    case 'replay':
      if (past.length > 0) response.write(`${past[0]}\n`);
      break;
    default:
  }
  response.write(`${line}\n`);
  past.push(line);
  passage.history.set(passage.resource, past.slice(-REMEMBERED));
  return true;
}
