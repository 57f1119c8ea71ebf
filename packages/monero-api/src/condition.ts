/** One condition in the status of a resource, as Kubernetes defines conditions; every CRD here describes it so. */
export interface Condition {
  /** Name of the condition. */
  type: string;
  /** Whether it holds. */
  status: 'True' | 'False' | 'Unknown';
  /** The generation that the condition speaks of. */
  observedGeneration?: number;
  /** When status last changed. */
  lastTransitionTime: string;
  /** Why, as one word for programs. */
  reason: string;
  /** Why, as a sentence for people. */
  message: string;
}
