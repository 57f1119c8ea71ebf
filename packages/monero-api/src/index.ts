/**
 * Types, parsing, defaults and validation of the monero custom resources. Pure, also in the browser.
 *
 * @packageDocumentation
 */
export * from './constants';
export * from './nettype';
export * from './netTypeOf';
export * from './diskSizes';
export * from './objectMeta';
export * from './condition';
export * from './generated/MoneroNodeSet';
export * from './generated/MoneroNetwork';
export * from './generated/MoneroMiningNodeSet';
export * from './generated/definitions';
export { MONERO_MINING_NODE_SET_CRD } from './generated/crds/MoneroMiningNodeSet';
export { MONERO_NETWORK_CRD } from './generated/crds/MoneroNetwork';
export { MONERO_NODE_SET_CRD } from './generated/crds/MoneroNodeSet';
export type { CustomResourceDefinition, Schema, ValidationRule } from './crd';
export { MONEROD_FLAGS } from './args/flags';
export type { MonerodFlag } from './args/flag';
export * from './args/parseMonerodArgs';
export { refusedInNetwork } from './args/refusedInNetwork';
export { suggestFlag } from './args/suggestFlag';
export { findXmrigFlag, parseXmrigArgs } from './mining/parseXmrigArgs';
export {
  QuantityError,
  formatBytes,
  isQuantity,
  parseQuantity,
} from './quantity';
export * from './withDefaults';
export * from './violation';
export * from './validateManifest';
export * from './parseManifest';
export type { MemberSpec } from './network/memberSpec';
export { XMRIG_FLAGS } from './mining/xmrigFlags';
export type { XmrigFlag } from './mining/xmrigFlag';
export * from './mining/withMiningDefaults';
export * from './planned';
export * from './volumesOnRetirement';
export * from './render';
export * from './edit';
export { writtenSpec } from './writtenSpec';
