import { sqlite } from '../../__testUtils__/databases';
import { proposalsBehaviour } from './__testUtils__/DefaultProposalService.behaviour';

jest.setTimeout(60_000);

proposalsBehaviour(sqlite());
