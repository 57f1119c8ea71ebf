export { Columns, Stack } from './PageLayout';
