export { FindingNotices } from './FindingNotices';
export type { FindingSettings } from './lasting';
export { Messenger } from './Messenger';
export { NoticeStore } from './NoticeStore';
export { pageOf, wordsOf } from './recipients';
export { ProposalNotices } from './ProposalNotices';
