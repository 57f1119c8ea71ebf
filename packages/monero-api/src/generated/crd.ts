// Generated from crds/moneronodesets.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { CustomResourceDefinition } from '../crd';

/** crds/moneronodesets.yaml, for where no file can be read. */
export const MONERO_NODE_SET_CRD: CustomResourceDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'moneronodesets.utxo.com.br',
    labels: { 'app.kubernetes.io/part-of': 'monero' },
  },
  spec: {
    group: 'utxo.com.br',
    scope: 'Namespaced',
    names: {
      kind: 'MoneroNodeSet',
      listKind: 'MoneroNodeSetList',
      plural: 'moneronodesets',
      singular: 'moneronodeset',
      shortNames: ['mns'],
      categories: ['monero'],
    },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        storage: true,
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.replicas',
            statusReplicasPath: '.status.replicas',
            labelSelectorPath: '.status.selector',
          },
        },
        additionalPrinterColumns: [
          {
            name: 'Ready',
            type: 'string',
            description:
              'True when every wanted node is in sync on the current revision.',
            jsonPath: '.status.conditions[?(@.type=="Ready")].status',
          },
          {
            name: 'In Sync',
            type: 'integer',
            description: 'Nodes that are in sync with the network.',
            jsonPath: '.status.readyReplicas',
          },
          {
            name: 'Nodes',
            type: 'integer',
            description: 'Nodes asked for.',
            jsonPath: '.spec.replicas',
          },
          {
            name: 'Status',
            type: 'string',
            description: 'Why the set is, or is not, ready, in one word.',
            jsonPath: '.status.conditions[?(@.type=="Ready")].reason',
          },
          {
            name: 'Network',
            type: 'string',
            description:
              'The Monero network asked for; empty when the arguments or the default decide.',
            priority: 1,
            jsonPath: '.spec.network',
          },
          {
            name: 'Updated',
            type: 'integer',
            description: 'Nodes that run the current revision.',
            priority: 1,
            jsonPath: '.status.updatedReplicas',
          },
          {
            name: 'Message',
            type: 'string',
            description: 'Why the set is, or is not, ready, in a sentence.',
            priority: 1,
            jsonPath: '.status.conditions[?(@.type=="Ready")].message',
          },
          {
            name: 'Age',
            type: 'date',
            jsonPath: '.metadata.creationTimestamp',
          },
        ],
        schema: {
          openAPIV3Schema: {
            description:
              'MoneroNodeSet is a set of identical Monero nodes that wallets and services reach under one name.',
            type: 'object',
            required: ['spec'],
            'x-kubernetes-validations': [
              {
                rule: 'self.metadata.name.size() <= 40',
                fieldPath: '.metadata.name',
                messageExpression:
                  '"A node set\'s name has at most 40 characters, because the names of its pods and volumes grow from it; this one has " + string(self.metadata.name.size()) + "."',
              },
              {
                rule: "self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')",
                fieldPath: '.metadata.name',
                messageExpression:
                  '"\'" + self.metadata.name + "\' cannot name a node set: use lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit."',
              },
            ],
            properties: {
              apiVersion: {
                description: 'Version of this schema, utxo.com.br/v1alpha1.',
                type: 'string',
              },
              kind: { description: 'MoneroNodeSet.', type: 'string' },
              metadata: {
                type: 'object',
                description: 'Name, namespace, labels and annotations.',
                properties: { name: { type: 'string', maxLength: 253 } },
              },
              spec: {
                description: 'What is wanted.',
                type: 'object',
                'x-kubernetes-validations': [
                  {
                    fieldPath: '.network',
                    rule: "!has(self.network) || [{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0].all(f, f == '--' + self.network)",
                    messageExpression:
                      "'network is ' + self.network + ', but the arguments say ' + [{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0].filter(f, f != '--' + self.network)[0] + ': remove one of them.'",
                  },
                  {
                    fieldPath: '.network',
                    rule: "(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2)) == (has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))",
                    messageExpression:
                      "'The network cannot change from ' + (has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2)) + ' to ' + (has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2)) + ': the volumes hold the chain of one network. Create another node set.'",
                  },
                  {
                    fieldPath: '.monerod.prune',
                    rule: '!oldSelf.monerod.prune || self.monerod.prune',
                    messageExpression:
                      "'prune cannot go back to false: pruned data is gone. Create another node set for the whole chain.'",
                  },
                  {
                    fieldPath: '.diskSize',
                    rule: "(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2)) != (has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2)) || !isQuantity((has(self.diskSize) ? self.diskSize : self.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))])) || !isQuantity((has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))])) || !quantity((has(self.diskSize) ? self.diskSize : self.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))])).isLessThan(quantity((has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))])))",
                    messageExpression:
                      "'diskSize cannot shrink from ' + (has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))]) + ' to ' + (has(self.diskSize) ? self.diskSize : self.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(self.monerod.args) ? self.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))]) + ': a volume only grows. Write at least ' + (has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : ([{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, f.startsWith(a) && a.size() >= m[f])))[0] + ['--mainnet'])[0].substring(2))]) + '.'",
                  },
                ],
                properties: {
                  replicas: {
                    description:
                      'How many nodes run. Each is a pod with a volume and an identity of its own. 0 stops all nodes and keeps the volumes, unless volumeRetention says otherwise.',
                    type: 'integer',
                    format: 'int32',
                    minimum: 0,
                    maximum: 100,
                    default: 1,
                  },
                  hardAntiAffinity: {
                    description:
                      'true: never two nodes of the set on one machine (kubernetes.io/hostname); a node that finds no free machine waits. false: on different machines where possible.',
                    type: 'boolean',
                    default: false,
                  },
                  network: {
                    description:
                      "The Monero network. Left out, the arguments of monerod decide (--testnet, --stagenet, --regtest), else it is mainnet. On regtest the nodes of the set are each other's only peers. It cannot change afterwards: the volumes hold the chain of one network.",
                    type: 'string',
                    enum: ['mainnet', 'testnet', 'stagenet', 'regtest'],
                  },
                  monerod: {
                    description: 'The Monero daemon that each node runs.',
                    type: 'object',
                    default: {},
                    properties: {
                      image: {
                        description:
                          "Container image with the monerod program in its PATH. Left out, the operator's default image is taken and kept until this part of the specification changes, so that an upgrade of the operator restarts no node.",
                        type: 'string',
                        minLength: 1,
                        maxLength: 512,
                        'x-kubernetes-validations': [
                          {
                            rule: "self.matches('^[^\\\\s]+$')",
                            message:
                              'An image name holds no spaces and no line breaks.',
                            messageExpression:
                              '"\'" + self + "\' is no image: an image name holds no spaces. Write it like docker.io/example/monerod:0.18.4.0."',
                          },
                        ],
                      },
                      args: {
                        description:
                          'Arguments of monerod, as on its command line. --option=value and --option followed by the value as an item of its own are both understood, and so are unambiguous abbreviations. The order is kept.',
                        type: 'array',
                        maxItems: 64,
                        'x-kubernetes-list-type': 'atomic',
                        'x-kubernetes-validations': [
                          {
                            rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && !self[i].startsWith('--') && (i == 0 || !self[i - 1].startsWith('--') || self[i - 1].contains('=') || [{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--db-salvage': 7, '--prune-blockchain': 5, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11, '--restricted-rpc': 14, '--disable-rpc-ban': 11, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17, '--rpc-payment-allow-free-loopback': 16, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6, '--detach': 4, '--non-interactive': 5, '--help': 4, '--version': 3, '--os-version': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--test-drop-download': 20}].exists(m, m.exists(f, f.startsWith(self[i - 1]) && self[i - 1].size() >= m[f])))).size() == 0",
                            messageExpression:
                              "\"'\" + self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && !self[i].startsWith('--') && (i == 0 || !self[i - 1].startsWith('--') || self[i - 1].contains('=') || [{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--db-salvage': 7, '--prune-blockchain': 5, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11, '--restricted-rpc': 14, '--disable-rpc-ban': 11, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17, '--rpc-payment-allow-free-loopback': 16, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6, '--detach': 4, '--non-interactive': 5, '--help': 4, '--version': 3, '--os-version': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--test-drop-download': 20}].exists(m, m.exists(f, f.startsWith(self[i - 1]) && self[i - 1].size() >= m[f]))))[0]] + \"' belongs to no option: an argument begins with --, or is the value of the option right before it.\"",
                            message:
                              'A text with a line break belongs to no option: write each argument as an item of its own.',
                          },
                          {
                            rule: "[{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].map(m, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && m.exists(f, f.startsWith(self[i]) && self[i].size() >= m[f])))[0].size() == 0",
                            messageExpression:
                              "self[[{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].map(m, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && m.exists(f, f.startsWith(self[i]) && self[i].size() >= m[f])))[0][0]] + ' needs a value: write ' + self[[{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].map(m, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && m.exists(f, f.startsWith(self[i]) && self[i].size() >= m[f])))[0][0]] + '=VALUE.'",
                          },
                          {
                            rule: "[self.map(a, a.split('=')[0])].map(names, [{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--fixed-difficulty': 4, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-external-port': 7, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--pad-transactions': 4, '--proxy': 7, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-access-control-origins': 7, '--disable-rpc-ban': 11, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--rpc-payment-allow-free-loopback': 16, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].map(m, m.filter(f, names.filter(n, f.startsWith(n) && n.size() >= m[f]).size() > 1))[0])[0].size() == 0",
                            messageExpression:
                              "[self.map(a, a.split('=')[0])].map(names, [{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--fixed-difficulty': 4, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-external-port': 7, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--pad-transactions': 4, '--proxy': 7, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-access-control-origins': 7, '--disable-rpc-ban': 11, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--rpc-payment-allow-free-loopback': 16, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].map(m, m.filter(f, names.filter(n, f.startsWith(n) && n.size() >= m[f]).size() > 1))[0])[0].join(' and ') + ' may be given once only.'",
                          },
                          {
                            rule: "[{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, self.exists(a, f.startsWith(a) && a.size() >= m[f])))[0].size() < 2",
                            messageExpression:
                              "[{'--testnet': 7, '--stagenet': 6, '--regtest': 5}].map(m, m.filter(f, self.exists(a, f.startsWith(a) && a.size() >= m[f])))[0].join(' and ') + ' exclude each other: a node is on one network.'",
                          },
                        ],
                        items: {
                          type: 'string',
                          minLength: 1,
                          maxLength: 256,
                          'x-kubernetes-validations': [
                            {
                              rule: "!self.matches('^--[^=\\\\s]*\\\\s')",
                              messageExpression:
                                '"\'" + self + "\' holds a space: write --option=value, or the value as an item of its own."',
                              message:
                                'The name of an option holds a line break: write each argument as an item of its own.',
                            },
                            {
                              rule: "!self.startsWith('--') || self.matches('^--[^=\\\\s]*\\\\s') || [' --testnet --stagenet --regtest --keep-fakechain --fixed-difficulty --offline --no-sync --enforce-dns-checkpointing --disable-dns-checkpoints --fast-block-sync --block-sync-size --block-download-max-size --sync-pruned-blocks --keep-alt-blocks --db-sync-mode --prep-blocks-threads --max-concurrency --max-txpool-weight --fluffy-blocks --no-fluffy-blocks --show-time-stats --db-salvage --prune-blockchain --data-dir --out-peers --in-peers --add-peer --add-priority-node --add-exclusive-node --seed-node --max-connections-per-ip --allow-local-ip --hide-my-port --enable-dns-blocklist --ban-list --p2p-external-port --p2p-use-ipv6 --p2p-ignore-ipv4 --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --no-igd --igd --limit-rate --limit-rate-up --limit-rate-down --tos-flag --pad-transactions --proxy --proxy-allow-dns-leaks --tx-proxy --anonymous-inbound --public-node --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-use-ipv6 --rpc-ignore-ipv4 --confirm-external-bind --restricted-rpc --rpc-login --rpc-access-control-origins --disable-rpc-ban --rpc-max-connections --rpc-max-connections-per-public-ip --rpc-max-connections-per-private-ip --rpc-response-soft-limit --rpc-ssl --rpc-ssl-private-key --rpc-ssl-certificate --rpc-ssl-ca-certificates --rpc-ssl-allowed-fingerprints --rpc-ssl-allow-chained --rpc-ssl-allow-any-cert --rpc-payment-address --rpc-payment-difficulty --rpc-payment-credits --rpc-payment-allow-free-loopback --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --zmq-rpc-bind-ip --zmq-rpc-bind-port --zmq-pub --confirm-zmq-rpc-external-bind --restricted-zmq-rpc --no-zmq --log-level --log-file --max-log-file-size --max-log-files --check-updates --config-file --detach --pidfile --non-interactive --help --version --os-version --block-notify --reorg-notify --block-rate-notify --start-mining --mining-threads --extra-messages-file --bg-mining-enable --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-idle-threshold --bg-mining-miner-target --test-drop-download --test-drop-download-height --test-dbg-lock-sleep '].all(all, all.contains(' ' + self.split('=')[0] + ' ') || all.split(' ' + self.split('=')[0]).size() == 2)",
                              messageExpression:
                                "[' --testnet --stagenet --regtest --keep-fakechain --fixed-difficulty --offline --no-sync --enforce-dns-checkpointing --disable-dns-checkpoints --fast-block-sync --block-sync-size --block-download-max-size --sync-pruned-blocks --keep-alt-blocks --db-sync-mode --prep-blocks-threads --max-concurrency --max-txpool-weight --fluffy-blocks --no-fluffy-blocks --show-time-stats --db-salvage --prune-blockchain --data-dir --out-peers --in-peers --add-peer --add-priority-node --add-exclusive-node --seed-node --max-connections-per-ip --allow-local-ip --hide-my-port --enable-dns-blocklist --ban-list --p2p-external-port --p2p-use-ipv6 --p2p-ignore-ipv4 --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --no-igd --igd --limit-rate --limit-rate-up --limit-rate-down --tos-flag --pad-transactions --proxy --proxy-allow-dns-leaks --tx-proxy --anonymous-inbound --public-node --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-use-ipv6 --rpc-ignore-ipv4 --confirm-external-bind --restricted-rpc --rpc-login --rpc-access-control-origins --disable-rpc-ban --rpc-max-connections --rpc-max-connections-per-public-ip --rpc-max-connections-per-private-ip --rpc-response-soft-limit --rpc-ssl --rpc-ssl-private-key --rpc-ssl-certificate --rpc-ssl-ca-certificates --rpc-ssl-allowed-fingerprints --rpc-ssl-allow-chained --rpc-ssl-allow-any-cert --rpc-payment-address --rpc-payment-difficulty --rpc-payment-credits --rpc-payment-allow-free-loopback --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --zmq-rpc-bind-ip --zmq-rpc-bind-port --zmq-pub --confirm-zmq-rpc-external-bind --restricted-zmq-rpc --no-zmq --log-level --log-file --max-log-file-size --max-log-files --check-updates --config-file --detach --pidfile --non-interactive --help --version --os-version --block-notify --reorg-notify --block-rate-notify --start-mining --mining-threads --extra-messages-file --bg-mining-enable --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-idle-threshold --bg-mining-miner-target --test-drop-download --test-drop-download-height --test-dbg-lock-sleep '.split(' ').filter(f, f.startsWith(self.split('=')[0]))].map(meant, meant.size() == 0 || self.split('=')[0] == '--' ? self.split('=')[0] + ' is no option of monerod.' : self.split('=')[0] + ' could mean ' + meant.join(', ') + ': write it in full.')[0]",
                            },
                            {
                              rule: "!self.startsWith('--') || !self.contains('=') || ![{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--disable-rpc-ban': 11, '--rpc-payment-allow-free-loopback': 16}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--disable-rpc-ban': 11, '--rpc-payment-allow-free-loopback': 16}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + ' takes no value: it is either there or not.'",
                            },
                            {
                              rule: "!self.matches('^--[^=]+=$') || ![{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + ' needs a value after the equals sign.'",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--db-salvage': 7}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--db-salvage': 7}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" can lose blocks at every start. Delete the volume of the broken node, and it syncs anew.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--prune-blockchain': 5}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--prune-blockchain': 5}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is a field of its own: set monerod.prune to true.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--data-dir': 4}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--data-dir': 4}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: the chain lives on the node's own volume. Use diskSize to size it.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--ban-list': 4}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--ban-list': 4}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" needs a file that the pod does not have, and monerod would not start. Use --enable-dns-blocklist.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--p2p-bind-ip': 13, '--p2p-bind-ipv6-address': 14, '--p2p-bind-port': 15, '--p2p-bind-port-ipv6': 16}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--p2p-bind-ip': 13, '--p2p-bind-ipv6-address': 14, '--p2p-bind-port': 15, '--p2p-bind-port-ipv6': 16}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--rpc-bind-ip': 13, '--rpc-bind-ipv6-address': 14, '--rpc-bind-port': 12, '--rpc-restricted-bind-ip': 24, '--rpc-restricted-bind-ipv6-address': 25, '--rpc-restricted-bind-port': 23, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--rpc-bind-ip': 13, '--rpc-bind-ipv6-address': 14, '--rpc-bind-port': 12, '--rpc-restricted-bind-ip': 24, '--rpc-restricted-bind-ipv6-address': 25, '--rpc-restricted-bind-port': 23, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--restricted-rpc': 14}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--restricted-rpc': 14}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" would take the full RPC from the operator. Wallets get the restricted RPC on port 18089 anyway; leave it out.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--rpc-login': 7}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--rpc-login': 7}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" would lock out the readiness check too, as it guards both RPC ports. Put a proxy with a login before the Service.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--rpc-ssl': 9, '--rpc-ssl-private-key': 11, '--rpc-ssl-certificate': 12, '--rpc-ssl-ca-certificates': 12, '--rpc-ssl-allowed-fingerprints': 16, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--rpc-ssl': 9, '--rpc-ssl-private-key': 11, '--rpc-ssl-certificate': 12, '--rpc-ssl-ca-certificates': 12, '--rpc-ssl-allowed-fingerprints': 16, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--zmq-rpc-bind-ip': 16, '--zmq-rpc-bind-port': 16, '--zmq-pub': 7, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--zmq-rpc-bind-ip': 16, '--zmq-rpc-bind-port': 16, '--zmq-pub': 7, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--log-file': 7, '--max-log-file-size': 15, '--max-log-files': 15}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--log-file': 7, '--max-log-file-size': 15, '--max-log-files': 15}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: the log goes to the output of the pod. Use --log-level for more of it.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--check-updates': 4}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--check-updates': 4}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: the image decides the version. Set monerod.image to upgrade.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--config-file': 8}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--config-file': 8}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: it hands each node its peers that way. Write the settings as arguments.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--detach': 4, '--pidfile': 4, '--non-interactive': 5}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--detach': 4, '--pidfile': 4, '--non-interactive': 5}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is set by the operator: Kubernetes runs and watches monerod. Leave it out.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--help': 4, '--version': 3, '--os-version': 4}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--help': 4, '--version': 3, '--os-version': 4}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" makes monerod print and exit. Leave it out.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--block-notify': 9, '--reorg-notify': 5, '--block-rate-notify': 9}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--block-notify': 9, '--reorg-notify': 5, '--block-rate-notify': 9}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" runs a program in the pod, which holds none. Watch the metrics of the exporter.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--start-mining': 6, '--mining-threads': 4, '--extra-messages-file': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--bg-mining-min-idle-interval': 16, '--bg-mining-idle-threshold': 14, '--bg-mining-miner-target': 16}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--start-mining': 6, '--mining-threads': 4, '--extra-messages-file': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--bg-mining-min-idle-interval': 16, '--bg-mining-idle-threshold': 14, '--bg-mining-miner-target': 16}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is refused: nodes of a set do not mine.\"",
                            },
                            {
                              rule: "!self.startsWith('--') || ![{'--test-drop-download': 20, '--test-drop-download-height': 21, '--test-dbg-lock-sleep': 9}].exists(m, m.exists(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))",
                              messageExpression:
                                "[{'--test-drop-download': 20, '--test-drop-download-height': 21, '--test-dbg-lock-sleep': 9}].map(m, m.filter(f, f.startsWith(self.split('=')[0]) && self.split('=')[0].size() >= m[f]))[0][0] + \" is for debugging monerod: the node would never be in sync. Leave it out.\"",
                            },
                          ],
                        },
                      },
                      resources: {
                        description:
                          'CPU and memory of the monerod container. Left out, memory fits the network (mainnet requests 4Gi and may use 8Gi).',
                        type: 'object',
                        'x-kubernetes-validations': [
                          {
                            rule: '!has(self.requests) || !has(self.limits) || self.requests.all(k, !(k in self.limits) || !isQuantity(string(self.requests[k])) || !isQuantity(string(self.limits[k])) || !quantity(string(self.requests[k])).isGreaterThan(quantity(string(self.limits[k]))))',
                            messageExpression:
                              'self.requests.filter(k, k in self.limits && isQuantity(string(self.requests[k])) && isQuantity(string(self.limits[k])) && quantity(string(self.requests[k])).isGreaterThan(quantity(string(self.limits[k])))).map(k, "The request of " + k + ", " + string(self.requests[k]) + ", is above its limit, " + string(self.limits[k]) + ".").join(" ")',
                          },
                        ],
                        properties: {
                          requests: {
                            description:
                              'What the machine must have free for the pod to start there.',
                            type: 'object',
                            maxProperties: 8,
                            additionalProperties: {
                              'x-kubernetes-int-or-string': true,
                              anyOf: [{ type: 'integer' }, { type: 'string' }],
                              maxLength: 32,
                              'x-kubernetes-validations': [
                                {
                                  rule: 'type(self) == int ? self >= 0 : isQuantity(self)',
                                  message:
                                    'A quantity is one number and, without a space, a unit, such as 500m, 2 or 4Gi.',
                                  messageExpression:
                                    '"\'" + string(self) + "\' is no quantity: write a number and, without a space, a unit, such as 500m, 2 or 4Gi."',
                                },
                              ],
                            },
                          },
                          limits: {
                            description:
                              'What the container may use at most; above the limit of memory it is killed.',
                            type: 'object',
                            maxProperties: 8,
                            additionalProperties: {
                              'x-kubernetes-int-or-string': true,
                              anyOf: [{ type: 'integer' }, { type: 'string' }],
                              maxLength: 32,
                              'x-kubernetes-validations': [
                                {
                                  rule: 'type(self) == int ? self >= 0 : isQuantity(self)',
                                  message:
                                    'A quantity is one number and, without a space, a unit, such as 500m, 2 or 4Gi.',
                                  messageExpression:
                                    '"\'" + string(self) + "\' is no quantity: write a number and, without a space, a unit, such as 500m, 2 or 4Gi."',
                                },
                              ],
                            },
                          },
                        },
                      },
                      prune: {
                        description:
                          'true: keep a pruned chain, about a third of the size. It cannot go back to false, because pruned data is gone.',
                        type: 'boolean',
                        default: false,
                      },
                    },
                  },
                  diskSize: {
                    description:
                      "Size of each node's volume, such as 400Gi. Left out, it fits the network and prune: 400Gi on mainnet, 160Gi when pruned, 50Gi on testnet and stagenet, 1Gi on regtest. It may grow and never shrinks.",
                    type: 'string',
                    maxLength: 32,
                    'x-kubernetes-validations': [
                      {
                        rule: 'isQuantity(self)',
                        message:
                          'A size is one number and, without a space, a unit, such as 400Gi.',
                        messageExpression:
                          '"\'" + self + "\' is no size: write a number and, without a space, a unit, such as 400Gi."',
                      },
                      {
                        rule: '!isQuantity(self) || quantity(self).compareTo(quantity("1Gi")) >= 0',
                        messageExpression:
                          '"A volume of " + self + " is too small for a chain: write at least 1Gi, and mind the unit, such as 400Gi."',
                      },
                    ],
                  },
                  storageClass: {
                    description:
                      "StorageClass of the volumes; the cluster's default when left out. Volumes that exist keep theirs.",
                    type: 'string',
                    minLength: 1,
                    maxLength: 253,
                  },
                  volumeRetention: {
                    description:
                      'What becomes of a volume when its node is scaled away or the set is deleted. Retain keeps it, so that a node that returns need not sync anew; Delete frees it.',
                    type: 'string',
                    enum: ['Retain', 'Delete'],
                    default: 'Retain',
                  },
                  service: {
                    description:
                      'How wallets reach the nodes; only nodes in sync receive them.',
                    type: 'object',
                    default: {},
                    properties: {
                      type: {
                        description:
                          'ClusterIP reaches inside the cluster, NodePort opens a port on every machine, LoadBalancer asks the cloud for an address.',
                        type: 'string',
                        enum: ['ClusterIP', 'NodePort', 'LoadBalancer'],
                        default: 'ClusterIP',
                      },
                      annotations: {
                        description:
                          'Annotations of the Service, for load balancers and DNS controllers.',
                        type: 'object',
                        maxProperties: 64,
                        additionalProperties: {
                          type: 'string',
                          maxLength: 4096,
                        },
                      },
                    },
                  },
                  updateStrategy: {
                    description: 'How a change reaches running nodes.',
                    type: 'object',
                    default: {},
                    properties: {
                      maxUnavailable: {
                        description:
                          'How many nodes in sync may be away at once during a change. Nodes that are out of sync are replaced first and do not count.',
                        type: 'integer',
                        format: 'int32',
                        minimum: 1,
                        maximum: 100,
                        default: 1,
                      },
                      waitForSync: {
                        description:
                          'true: the next node is replaced when the one before is in sync again. false: as soon as it runs.',
                        type: 'boolean',
                        default: true,
                      },
                    },
                  },
                  podTemplate: {
                    description: 'What is passed to the pods as it is.',
                    type: 'object',
                    default: {},
                    properties: {
                      labels: {
                        description:
                          "Labels beside the operator's own, which win.",
                        type: 'object',
                        maxProperties: 64,
                        additionalProperties: { type: 'string', maxLength: 63 },
                      },
                      annotations: {
                        description: 'Annotations of the pods.',
                        type: 'object',
                        maxProperties: 64,
                        additionalProperties: {
                          type: 'string',
                          maxLength: 4096,
                        },
                      },
                      nodeSelector: {
                        description:
                          'Labels that a machine must have to run a node.',
                        type: 'object',
                        maxProperties: 64,
                        additionalProperties: { type: 'string', maxLength: 63 },
                      },
                      tolerations: {
                        description:
                          'Taints of machines that the pods put up with.',
                        type: 'array',
                        maxItems: 32,
                        'x-kubernetes-list-type': 'atomic',
                        items: {
                          type: 'object',
                          properties: {
                            key: {
                              description:
                                "The taint's key; every key when left out with operator Exists.",
                              type: 'string',
                              maxLength: 316,
                            },
                            operator: {
                              description:
                                'Equal compares the value, Exists ignores it.',
                              type: 'string',
                              enum: ['Equal', 'Exists'],
                            },
                            value: {
                              description: "The taint's value.",
                              type: 'string',
                              maxLength: 63,
                            },
                            effect: {
                              description:
                                'The effect to put up with; all when left out.',
                              type: 'string',
                              enum: [
                                'NoSchedule',
                                'PreferNoSchedule',
                                'NoExecute',
                              ],
                            },
                            tolerationSeconds: {
                              description:
                                'With NoExecute, how many seconds the pod stays; for ever when left out.',
                              type: 'integer',
                              format: 'int64',
                            },
                          },
                        },
                      },
                      topologySpreadConstraints: {
                        description:
                          'How the pods spread over zones or machines; each constraint counts the pods of this set.',
                        type: 'array',
                        maxItems: 8,
                        'x-kubernetes-list-type': 'atomic',
                        items: {
                          type: 'object',
                          required: [
                            'maxSkew',
                            'topologyKey',
                            'whenUnsatisfiable',
                          ],
                          properties: {
                            maxSkew: {
                              description:
                                'By how many pods two domains may differ.',
                              type: 'integer',
                              format: 'int32',
                              minimum: 1,
                            },
                            topologyKey: {
                              description:
                                'Label of machines that names the domain, such as topology.kubernetes.io/zone.',
                              type: 'string',
                              minLength: 1,
                              maxLength: 316,
                            },
                            whenUnsatisfiable: {
                              description:
                                'Wait (DoNotSchedule), or go where the difference is smallest (ScheduleAnyway).',
                              type: 'string',
                              enum: ['DoNotSchedule', 'ScheduleAnyway'],
                            },
                            minDomains: {
                              description:
                                'How many domains there should be at least, with DoNotSchedule.',
                              type: 'integer',
                              format: 'int32',
                              minimum: 1,
                            },
                            nodeAffinityPolicy: {
                              description:
                                'Whether machines that the pod cannot run on count.',
                              type: 'string',
                              enum: ['Honor', 'Ignore'],
                            },
                            nodeTaintsPolicy: {
                              description:
                                'Whether machines with taints that the pod does not tolerate count.',
                              type: 'string',
                              enum: ['Honor', 'Ignore'],
                            },
                          },
                        },
                      },
                      priorityClassName: {
                        description: 'PriorityClass of the pods.',
                        type: 'string',
                        minLength: 1,
                        maxLength: 253,
                      },
                      imagePullSecrets: {
                        description:
                          "Secrets in the same namespace with credentials for the image's registry.",
                        type: 'array',
                        maxItems: 16,
                        'x-kubernetes-list-type': 'map',
                        'x-kubernetes-list-map-keys': ['name'],
                        items: {
                          type: 'object',
                          required: ['name'],
                          properties: {
                            name: {
                              description: 'Name of the Secret.',
                              type: 'string',
                              minLength: 1,
                              maxLength: 253,
                            },
                          },
                        },
                      },
                    },
                  },
                  paused: {
                    description:
                      'true: the operator only watches; it changes nothing in the cluster.',
                    type: 'boolean',
                    default: false,
                  },
                },
              },
              status: {
                description: 'What is. Written by the operator.',
                type: 'object',
                properties: {
                  observedGeneration: {
                    description:
                      'The generation of the specification that this status speaks of.',
                    type: 'integer',
                    format: 'int64',
                  },
                  replicas: {
                    description: 'Pods that exist.',
                    type: 'integer',
                    format: 'int32',
                  },
                  readyReplicas: {
                    description: 'Pods whose node is in sync.',
                    type: 'integer',
                    format: 'int32',
                  },
                  updatedReplicas: {
                    description: 'Pods that run the current revision.',
                    type: 'integer',
                    format: 'int32',
                  },
                  selector: {
                    description:
                      'Label selector of the pods, for the scale subresource.',
                    type: 'string',
                  },
                  resolved: {
                    description: 'What the operator decided once and keeps.',
                    type: 'object',
                    properties: {
                      image: {
                        description:
                          'The image that the nodes run; it outlives upgrades of the operator.',
                        type: 'string',
                      },
                    },
                  },
                  conditions: {
                    description:
                      'Ready (every wanted node is in sync on the current revision), Reconciling (work is under way), Stalled (only a person can help), Paused.',
                    type: 'array',
                    'x-kubernetes-list-type': 'map',
                    'x-kubernetes-list-map-keys': ['type'],
                    items: {
                      type: 'object',
                      required: [
                        'type',
                        'status',
                        'lastTransitionTime',
                        'reason',
                        'message',
                      ],
                      properties: {
                        type: {
                          description: 'Name of the condition.',
                          type: 'string',
                        },
                        status: {
                          description: 'Whether it holds.',
                          type: 'string',
                          enum: ['True', 'False', 'Unknown'],
                        },
                        observedGeneration: {
                          description:
                            'The generation that the condition speaks of.',
                          type: 'integer',
                          format: 'int64',
                        },
                        lastTransitionTime: {
                          description: 'When status last changed.',
                          type: 'string',
                          format: 'date-time',
                        },
                        reason: {
                          description: 'Why, as one word for programs.',
                          type: 'string',
                        },
                        message: {
                          description: 'Why, as a sentence for people.',
                          type: 'string',
                        },
                      },
                    },
                  },
                  nodes: {
                    description:
                      'Each node of the set. Heights are in the metrics.',
                    type: 'array',
                    'x-kubernetes-list-type': 'map',
                    'x-kubernetes-list-map-keys': ['pod'],
                    items: {
                      type: 'object',
                      required: ['pod', 'phase', 'inSync'],
                      properties: {
                        pod: {
                          description: 'Name of the pod.',
                          type: 'string',
                        },
                        phase: {
                          description: 'Where the node stands.',
                          type: 'string',
                          enum: [
                            'Pending',
                            'Starting',
                            'Syncing',
                            'InSync',
                            'Terminating',
                            'Unknown',
                          ],
                        },
                        kubeNode: {
                          description: 'The machine that runs the pod.',
                          type: 'string',
                        },
                        inSync: {
                          description:
                            'Whether the node has the whole chain, as far as it can tell.',
                          type: 'boolean',
                        },
                        message: {
                          description:
                            'Why the node is not in sync, as a sentence.',
                          type: 'string',
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};
