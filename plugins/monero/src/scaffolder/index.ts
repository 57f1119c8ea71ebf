export * from './scaffolderModule';
