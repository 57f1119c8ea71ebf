import { wantsOpenMetrics } from './negotiate';

describe('wantsOpenMetrics', () => {
  it.each<[string, string | undefined, boolean]>([
    [
      'Prometheus 2',
      'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
      true,
    ],
    [
      'Prometheus 3',
      'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,*/*;q=0.2',
      true,
    ],
    ['an old Prometheus', 'text/plain;version=0.0.4;q=1,*/*;q=0.1', false],
    [
      'who prefers plain text',
      'application/openmetrics-text;q=0.2,text/plain;q=0.9',
      false,
    ],
    ['who refuses OpenMetrics', 'application/openmetrics-text;q=0', false],
    [
      'who writes capitals and spaces',
      'Application/OpenMetrics-Text ; Q=0.5',
      true,
    ],
    ['a browser', 'text/html,application/xhtml+xml,*/*;q=0.8', false],
    ['curl', '*/*', false],
    ['who says nothing', undefined, false],
    ['who says nonsense', ';;;q=,,,', false],
  ])('for %s', (_who, accept, expected) => {
    expect(wantsOpenMetrics(accept)).toBe(expected);
  });
});
