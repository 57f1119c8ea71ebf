/** How much one document may hold. Bytes are limited by whoever reads them. */
export interface StorageLimits {
  /** Objects and lists inside each other, the outermost object included. */
  maxDepth: number;
  /** Objects in all, the outermost not counted. */
  maxObjects: number;
  /** Fields of all objects together. */
  maxFields: number;
  /** Strings in all. */
  maxStrings: number;
}

/**
 * monerod's own limits for messages between peers (`default_levin_limits`). Its
 * depth is counted in calls of its parser, 100, which is about 32 objects.
 */
export const LEVIN_STORAGE_LIMITS: StorageLimits = {
  maxDepth: 32,
  maxObjects: 8_192,
  maxFields: 16_384,
  maxStrings: 16_384,
};
