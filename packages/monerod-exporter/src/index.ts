export { UsageError } from './args';
export { REPORT_MAX_AGE_SECONDS } from './anonymity/readReport';
export { DESCRIPTOR_LIFETIME_SECONDS } from './anonymity/states';
export { createExporter, type ExporterDeps } from './exporter';
export { main } from './main';
export { runExporter, type RunDeps } from './runExporter';
export {
  createMinerExporter,
  type MinerExporterDeps,
} from './miner/minerExporter';
