import { CrawlOutcome, CrawlRecord } from './records';

const SIZE = 900;
const MARGIN = 140;
const CENTRE = SIZE / 2;

const escape = (text: string) =>
  text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

const round = (value: number) => Math.round(value * 10) / 10;

/** More peers than this make no picture. */
export const MAX_PICTURE_NODES = 300;

/** A picture of a small network: peers on a circle, who told of whom between them. */
export class Picture {
  private readonly outcomeOf = new Map<string, CrawlOutcome | undefined>();
  private readonly edges = new Set<string>();

  add(record: CrawlRecord): void {
    if (this.outcomeOf.size > MAX_PICTURE_NODES) return;
    if (record.type === 'node') {
      this.outcomeOf.set(record.address, record.outcome);
      return;
    }
    for (const end of [record.from, record.to]) {
      if (!this.outcomeOf.has(end)) this.outcomeOf.set(end, undefined);
    }
    this.edges.add(`${record.from} ${record.to}`);
  }

  /** The picture as SVG; `undefined` when the network is too large for one. */
  svg(): string | undefined {
    const nodes = [...this.outcomeOf.keys()].sort();
    if (nodes.length > MAX_PICTURE_NODES) return undefined;
    const places = new Map(
      nodes.map((node, index) => {
        const angle = (2 * Math.PI * index) / nodes.length;
        const radius = CENTRE - MARGIN;
        return [
          node,
          {
            x: round(CENTRE + radius * Math.cos(angle)),
            y: round(CENTRE + radius * Math.sin(angle)),
            angle: (angle * 180) / Math.PI,
          },
        ] as const;
      }),
    );
    const lines = [...this.edges].flatMap(edge => {
      const [from, to] = edge.split(' ').map(end => places.get(end));
      return from && to
        ? [`<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"/>`]
        : [];
    });
    const dots = nodes.map(node => {
      const place = places.get(node);
      if (!place) return '';
      const outcome = this.outcomeOf.get(node);
      const left = place.angle > 90 && place.angle < 270;
      const turn = round(left ? place.angle + 180 : place.angle);
      const shift = left ? -10 : 10;
      return [
        `<circle class="${outcome ?? 'told'}" cx="${place.x}" cy="${
          place.y
        }" r="5">`,
        `<title>${escape(
          `${node}: ${outcome ?? 'not dialled'}`,
        )}</title></circle>`,
        `<text transform="translate(${place.x} ${place.y}) rotate(${turn})" x="${shift}" y="4"`,
        ` text-anchor="${left ? 'end' : 'start'}">${escape(node)}</text>`,
      ].join('');
    });
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="11">`,
      '<style>line{stroke:#888;stroke-opacity:.35}circle{fill:#c0392b}circle.reached{fill:#2e8b57}circle.told{fill:#aaa}text{fill:#333}</style>',
      `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>`,
      ...lines,
      ...dots,
      '</svg>',
      '',
    ].join('\n');
  }
}
