import { sqlite } from '../../__testUtils__/databases';
import { proposalStoreBehaviour } from './__testUtils__/ProposalStore.behaviour';

proposalStoreBehaviour(sqlite());
