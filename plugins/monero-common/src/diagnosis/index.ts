export { diagnoseMiningSet } from './diagnoseMiningSet';
export { diagnoseNetwork, groupPairs } from './diagnoseNetwork';
export { diagnoseNodeSet, type DiagnosisContext } from './diagnoseNodeSet';
export { findingKeyOf, worstFirst, worstSeverityOf } from './finding';
export { formatDay, formatHashrate } from './format';
export { FREE_FLOOR_BYTES } from './nodeFindings';
export { compareVersions, newestOf } from './versions';
