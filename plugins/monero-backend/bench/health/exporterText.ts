import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What our exporter says of a node in sync, in full: 351 lines, 17 kB. */
const RECORDED = readFileSync(join(__dirname, 'exporter.txt'), 'utf8');

const FIRST_HEIGHT = 3_400_000;
const RECENT_BLOCKS = 10;

/** The answer of every exporter: nodes of one chain, in sync, with peers. */
export class ExporterText {
  #height = FIRST_HEIGHT;
  #minedAt = Date.now();
  #text = '';
  #second = 0;

  /** All nodes have one block more. */
  mine(): void {
    this.#height += 1;
    this.#minedAt = Date.now();
    this.#second = 0;
  }

  /** The body of `/metrics` at this second. */
  read(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = this.#render(second);
    }
    return this.#text;
  }

  #render(second: number): string {
    const last = this.#height - 1;
    const recent = Array.from(
      { length: RECENT_BLOCKS },
      (_, back) =>
        `monero_recent_block_info{index="${last - back}",hash="${hashOf(
          last - back,
        )}"} 1`,
    );
    return RECORDED.replace(
      /^(monero_exporter_time_seconds) .*/m,
      `$1 ${second}`,
    )
      .replace(/^(monero_info_height) .*/m, `$1 ${this.#height}`)
      .replace(/^(monero_lastblock_height) .*/m, `$1 ${last}`)
      .replace(/^(monero_lastblock_hash_info\{hash=")\w+/m, `$1${hashOf(last)}`)
      .replace(
        /^(monero_lastblock_timestamp_seconds) .*/m,
        `$1 ${Math.floor(this.#minedAt / 1000)}`,
      )
      .replace(/^monero_recent_block_info.*/m, recent.join('\n'))
      .replace(
        /^(monero_p2p_connections\{type="out",state="normal"\}) .*/m,
        '$1 12',
      );
  }
}

function hashOf(index: number): string {
  return index.toString(16).padStart(64, '0');
}
