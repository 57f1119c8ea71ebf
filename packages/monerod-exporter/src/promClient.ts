import type * as Whole from 'prom-client';

const registry = require('prom-client/lib/registry');
const gauge = require('prom-client/lib/gauge');
const counter = require('prom-client/lib/counter');

/**
 * The three parts of prom-client that are used here. Its entry point loads
 * cluster support, default metrics and OpenTelemetry with them: 15 MB of
 * memory in each pod.
 */
export const Registry: typeof Whole.Registry = registry;
export const Gauge: typeof Whole.Gauge = gauge;
export const Counter: typeof Whole.Counter = counter;
export type {
  OpenMetricsContentType,
  Registry as AnyRegistry,
} from 'prom-client';
