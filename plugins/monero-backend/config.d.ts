export interface Config {
  monero?: {
    /**
     * Where changes are proposed. Without it the portal only watches.
     */
    gitops?: {
      targets?: Array<{
        /**
         * Name of a cluster of the `kubernetes` configuration.
         */
        cluster: string;
        /**
         * Absolute path of a bare git repository that the portal may write to.
         */
        repository: string;
        /**
         * Branch that the GitOps agent of the cluster applies. Default: main.
         */
        branch?: string;
        /**
         * Path of a manifest in the repository. May use `${{ cluster }}`, and
         * must use `${{ namespace }}` and `${{ name }}`.
         * Default: clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml
         */
        path?: string;
        /**
         * Namespaces that a proposal may name. Default: [monero].
         */
        namespaces?: string[];
      }>;
    };
    health?: {
      /**
       * Seconds between two looks at a node. Default: 5.
       */
      sampleIntervalSeconds?: number;
      /**
       * How many nodes of one cluster are asked at the same time. Default: 8.
       */
      sampleConcurrency?: number;
    };
  };
}
