import { sqlite } from '../../__testUtils__/databases';
import { migrationsBehaviour } from './__testUtils__/migrations.behaviour';

migrationsBehaviour(sqlite());
