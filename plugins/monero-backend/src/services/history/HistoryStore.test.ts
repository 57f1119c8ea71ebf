import { sqlite } from '../../__testUtils__/databases';
import { historyStoreBehaviour } from './__testUtils__/HistoryStore.behaviour';

historyStoreBehaviour(sqlite());
