export { ActorService } from './ActorService';
