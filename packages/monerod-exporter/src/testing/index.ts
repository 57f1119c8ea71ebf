export * from './prometheus';
export * from './world';
