export { ChangePublisher } from './ChangePublisher';
