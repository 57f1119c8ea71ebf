export { main } from './main';
export { run } from './run';
export { type CliIo, type Command, type Invocation } from './command';
