import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardJson } from '../src/monitoring/dashboard';

/** Writes monitoring/dashboard.json anew. */
writeFileSync(
  join(__dirname, '..', 'monitoring', 'dashboard.json'),
  dashboardJson(),
);
