export { HistoryService } from './HistoryService';
export { HistoryStore } from './HistoryStore';
