export * from './FieldBox';
export * from './args';
export * from './changeForm';
export * from './checkForm';
export * from './fieldProps';
export * from './formState';
export * from './manifestLines';
export * from './twoColumns';
