export { UsageError } from './args';
export { createExporter, type ExporterDeps } from './exporter';
export { main } from './main';
export { runExporter, type RunDeps } from './runExporter';
export {
  createMinerExporter,
  type MinerExporterDeps,
} from './miner/minerExporter';
