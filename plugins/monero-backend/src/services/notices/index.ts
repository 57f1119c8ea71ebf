export { FindingNotices } from './FindingNotices';
export type { FindingSettings } from './lasting';
export { Messenger } from './Messenger';
export { NoticeStore } from './NoticeStore';
export { ProposalNotices } from './ProposalNotices';
