export { HistoryService } from './HistoryService';
export { HistoryStore } from './HistoryStore';
export { LagService, type Lags } from './LagService';
