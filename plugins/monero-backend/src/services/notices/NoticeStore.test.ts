import { sqlite } from '../../__testUtils__/databases';
import { noticeStoreBehaviour } from './__testUtils__/NoticeStore.behaviour';

noticeStoreBehaviour(sqlite());
