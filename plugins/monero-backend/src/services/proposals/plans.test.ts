import { sqlite } from '../../__testUtils__/databases';
import { plansBehaviour } from './__testUtils__/plans.behaviour';

plansBehaviour(sqlite());
