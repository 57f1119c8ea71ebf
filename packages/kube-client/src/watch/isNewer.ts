/**
 * Whether a resource version comes after another one of the same resource.
 * Kubernetes makes them decimal numbers that grow (KEP-5504); versions that are
 * none are all taken for news.
 */
export function isNewer(version: string, before: string): boolean {
  const decimal = /^\d{1,40}$/;
  if (!decimal.test(version) || !decimal.test(before)) return true;
  return BigInt(version) > BigInt(before);
}
