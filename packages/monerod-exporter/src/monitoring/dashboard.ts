import { PanelSpec, Row, ROWS } from './panels';

const COLUMNS = 24;
const PANEL_HEIGHT = 8;
const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

/** Grafana's colours. */
const GOOD = 'green';
const BAD = 'red';

const valueMappings = ([zero, one]: readonly [string, string]) => [
  {
    type: 'value',
    options: {
      '0': { text: zero, color: BAD, index: 0 },
      '1': { text: one, color: GOOD, index: 1 },
    },
  },
];

function panel(spec: PanelSpec, id: number, x: number, y: number) {
  const table = spec.kind === 'table';
  return {
    id,
    type: spec.kind,
    title: spec.title,
    ...(spec.description ? { description: spec.description } : {}),
    datasource: DATASOURCE,
    gridPos: { x, y, w: spec.width, h: PANEL_HEIGHT },
    fieldConfig: {
      defaults: {
        ...(spec.unit ? { unit: spec.unit } : {}),
        ...(spec.states ? { mappings: valueMappings(spec.states) } : {}),
        ...(spec.stacked
          ? { custom: { stacking: { mode: 'normal' }, fillOpacity: 20 } }
          : {}),
      },
      overrides: [],
    },
    targets: spec.queries.map(({ expr, legend }, index) => ({
      datasource: DATASOURCE,
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      expr,
      legendFormat: legend,
      ...(table ? { format: 'table', instant: true } : {}),
    })),
  };
}

function layOut(rows: readonly Row[]) {
  const panels: object[] = [];
  let y = 0;
  for (const row of rows) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title: row.title,
      collapsed: false,
      panels: [],
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
    });
    y += 1;
    let x = 0;
    for (const spec of row.panels) {
      if (x + spec.width > COLUMNS) {
        x = 0;
        y += PANEL_HEIGHT;
      }
      panels.push(panel(spec, panels.length + 1, x, y));
      x += spec.width;
    }
    y += PANEL_HEIGHT;
  }
  return panels;
}

const variable = (name: string, query: string) => ({
  name,
  type: 'query',
  datasource: DATASOURCE,
  query: { query, refId: name },
  definition: query,
  refresh: 2,
  sort: 1,
  includeAll: true,
  multi: true,
  allValue: '.*',
  current: { text: 'All', value: '$__all' },
});

/** The dashboard as Grafana imports it. */
export function dashboard() {
  const any = '{__name__=~"monero_up|monero_miner_up"';
  return {
    uid: 'monero-nodes',
    title: 'Monero nodes',
    description: 'What monerod-exporter serves, of nodes and of miners.',
    tags: ['monero'],
    schemaVersion: 39,
    editable: true,
    time: { from: 'now-6h', to: 'now' },
    refresh: '30s',
    templating: {
      list: [
        { name: 'datasource', type: 'datasource', query: 'prometheus' },
        variable('namespace', `label_values(${any}}, namespace)`),
        variable(
          'instance',
          `label_values(${any}, namespace=~"$namespace"}, instance)`,
        ),
      ],
    },
    panels: layOut(ROWS),
  };
}

/** The file as it is checked in. */
export const dashboardJson = (): string =>
  `${JSON.stringify(dashboard(), null, 2)}\n`;
