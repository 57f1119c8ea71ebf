import { sqlite } from '../../__testUtils__/databases';
import { proposalLimitBehaviour } from './__testUtils__/ProposalLimit.behaviour';

proposalLimitBehaviour(sqlite());
