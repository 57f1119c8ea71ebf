export { makeCertificate } from './certificate';
export * from './ScriptedServer';
