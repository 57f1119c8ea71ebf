/**
 * Writes src/seeds/words/*.ts: the word lists of Monero's seeds as they stand
 * in the real monero-wallet-rpc, in its order.
 *
 * Usage: tsx scripts/make-word-lists.ts [PATH of the ELF program]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findWalletRpc } from '../src/testing';
import { stringTablesOf } from './elf';

const WORD_COUNT = 1626;
const LINE_WIDTH = 80;

/** File of each list by its first word. */
const FILE_BY_FIRST_WORD: Readonly<Record<string, string | undefined>> = {
  Abakus: 'german',
  abbey: 'english',
  ábaco: 'spanish',
  abandon: 'french',
  abbinare: 'italian',
  aalglad: 'dutch',
  abaular: 'portuguese',
  абажур: 'russian',
  あいこくしん: 'japanese',
  的: 'chineseSimplified',
  abako: 'esperanto',
  backi: 'lojban',
};

/** Words of seeds from before 2014, which have no checksum word: not ours. */
const OLD_ENGLISH = 'like';

function linesOf(words: readonly string[]): string[] {
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines[lines.length - 1];
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length > LINE_WIDTH) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = longer;
    }
  }
  return lines;
}

function moduleOf(words: readonly string[]): string {
  return [
    '// Made by scripts/make-word-lists.ts. Words of the Monero Project: LICENSE.',
    'export const words = `',
    ...linesOf(words),
    '`;',
    '',
  ].join('\n');
}

async function main([path]: string[]): Promise<void> {
  const program =
    path ??
    join(dirname(await findWalletRpc()), 'root/usr/bin/monero-wallet-rpc');
  const folder = join(__dirname, '../src/seeds/words');
  const tables = stringTablesOf(await readFile(program), WORD_COUNT);
  const missing = new Set(Object.values(FILE_BY_FIRST_WORD));
  for (const words of tables) {
    const file = FILE_BY_FIRST_WORD[words[0]];
    if (file) {
      await writeFile(join(folder, `${file}.ts`), moduleOf(words));
      missing.delete(file);
    } else if (words[0] !== OLD_ENGLISH) {
      throw new Error(`a list of a new language begins with "${words[0]}"`);
    }
  }
  if (missing.size > 0) {
    throw new Error(`${program} has no list for ${[...missing].join(', ')}`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`make-word-lists: ${String(error)}\n`);
  process.exitCode = 1;
});
