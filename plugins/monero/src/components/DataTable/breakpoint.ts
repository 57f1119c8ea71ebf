import type { useBreakpoint } from '@backstage/ui';

/** Name of a width of the window, as `@backstage/ui` counts them. */
export type Breakpoint = ReturnType<typeof useBreakpoint>['breakpoint'];
