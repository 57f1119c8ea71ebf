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
         * Address of a repository on a forge that `integrations` names, such as
         * https://github.com/acme/gitops, or absolute path of a bare git
         * repository that the portal may write to.
         */
        repository: string;
        /**
         * Branch that the GitOps agent of the cluster applies. Default: main.
         */
        branch?: string;
        /**
         * Path of a manifest in the repository. May use `${{ cluster }}` and
         * `${{ kind }}`, and must use `${{ namespace }}` and `${{ name }}`.
         * Default: clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml
         */
        path?: string;
        /**
         * True where manifests are applied by way of a kustomization.yaml in
         * their folder: a new file is put into its resources and a retired one
         * taken out, in the same commit. Default: false.
         */
        kustomization?: boolean;
        /**
         * Namespaces that a proposal may name. Default: [monero].
         */
        namespaces?: string[];
        /**
         * How pull requests are opened on the forge.
         */
        pullRequest?: {
          /**
           * Logins (GitHub, GitLab, Gitea, Bitbucket Data Center), account ids
           * (Bitbucket Cloud) or identity ids (Azure DevOps).
           */
          reviewers?: string[];
          /**
           * Labels, which must exist on Gitea. Bitbucket has none.
           */
          labels?: string[];
          /**
           * Default: false.
           */
          draft?: boolean;
        };
        /**
         * Secret of the forge's webhook to /api/monero/webhooks/<cluster>, at
         * least 16 characters. Without it the portal polls.
         * @visibility secret
         */
        webhookSecret?: string;
        /**
         * Seconds between two looks at an open pull request, 5 to 3600.
         * Default: 30.
         */
        pollSeconds?: number;
      }>;
    };
    proposals?: {
      /**
       * How many changes one user (or service) may propose within a window, which
       * begins with the first. Changes and retirements count alike; what is
       * refused, or asked for again, does not.
       */
      rateLimit?: {
        /**
         * 1 to 100000. Default: 60.
         */
        count?: number;
        /**
         * A second to 30 days, such as 10m or {hours: 1}. Default: 1h.
         */
        window?:
          | string
          | {
              days?: number;
              hours?: number;
              minutes?: number;
              seconds?: number;
            };
      };
    };
    /**
     * What the owners of objects and proposals are told by the notifications
     * plugin.
     */
    notifications?: {
      /**
       * Default: true.
       */
      enabled?: boolean;
      findings?: {
        /**
         * Findings of at least this severity are told. Default: critical.
         */
        severity?: 'critical' | 'warning';
        /**
         * How long a finding lasts before it is told, a day at most. Default: 5m.
         */
        after?:
          | string
          | {
              hours?: number;
              minutes?: number;
              seconds?: number;
            };
        /**
         * How long it is away before it is told that it is over, a day at most;
         * what comes back sooner was never away. Default: 2m.
         */
        clear?:
          | string
          | {
              hours?: number;
              minutes?: number;
              seconds?: number;
            };
      };
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
      /**
       * Clusters whose nodes are not asked by the portal: a Prometheus that
       * scrapes their exporters is asked instead.
       */
      prometheus?: Array<{
        /**
         * Name of a cluster of the `kubernetes` configuration.
         */
        cluster: string;
        /**
         * Address of the Prometheus, or of what speaks its API, such as
         * https://prometheus.example.com. Either this or `service`.
         */
        url?: string;
        /**
         * The Prometheus as a Service of the cluster itself, which its API
         * server passes requests on to.
         */
        service?: {
          namespace: string;
          name: string;
          /**
           * Number or name. Default: 9090.
           */
          port?: number | string;
          /**
           * Default: http.
           */
          scheme?: 'http' | 'https';
          /**
           * Prefix of its API, such as /prometheus. Default: none.
           */
          path?: string;
        };
        /**
         * How often it scrapes an exporter, 1 to 120. Default: 30.
         */
        scrapeIntervalSeconds?: number;
        /**
         * Values that labels of its series must have, such as
         * `cluster: eu-1` where it holds those of several clusters.
         */
        matchers?: { [label: string]: string };
        /**
         * Sent with every request, such as X-Scope-OrgID.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /**
         * Bearer token; goes with `url`.
         * @visibility secret
         */
        token?: string;
        /**
         * Of basic authentication; goes with `url`.
         */
        username?: string;
        /**
         * @visibility secret
         */
        password?: string;
        /**
         * Certificate authority of `url`, base64 of the PEM.
         */
        caData?: string;
        /**
         * The same as a file.
         */
        caFile?: string;
        /**
         * Default: false.
         */
        skipTLSVerify?: boolean;
      }>;
    };
  };
}
