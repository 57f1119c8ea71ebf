export { subscribe, type Gap, type SubscribeOptions } from './subscribe';
export {
  TOPICS,
  type Notification,
  type Notifications,
  type PoolArrival,
  type PublishedBlock,
  type PublishedTransaction,
  type Topic,
} from './topics';
