export * from './CopyField';
