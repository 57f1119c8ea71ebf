import { historyStoreBehaviour } from '../src/services/history/__testUtils__/HistoryStore.behaviour';
import { noticeStoreBehaviour } from '../src/services/notices/__testUtils__/NoticeStore.behaviour';
import { proposalLimitBehaviour } from '../src/services/limit/__testUtils__/ProposalLimit.behaviour';
import { proposalsBehaviour } from '../src/services/proposals/__testUtils__/DefaultProposalService.behaviour';
import { migrationsBehaviour } from '../src/services/proposals/__testUtils__/migrations.behaviour';
import { plansBehaviour } from '../src/services/proposals/__testUtils__/plans.behaviour';
import { proposalStoreBehaviour } from '../src/services/proposals/__testUtils__/ProposalStore.behaviour';
import { postgres } from '../src/__testUtils__/databases';
import { startPostgres, type Postgres } from '../src/__testUtils__/postgres';

// What unit tests say of SQLite, said of a real PostgreSQL.
let server: Postgres;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server?.stop());

const database = () => postgres(() => server);

migrationsBehaviour(database());
proposalStoreBehaviour(database());
plansBehaviour(database());
proposalsBehaviour(database());
historyStoreBehaviour(database());
proposalLimitBehaviour(database());
noticeStoreBehaviour(database());
