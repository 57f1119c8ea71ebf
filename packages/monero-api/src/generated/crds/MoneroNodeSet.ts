// Generated from crds/moneronodesets.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { CustomResourceDefinition } from '../../crd';

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
            name: 'Onion',
            type: 'string',
            description:
              'Onion address of the restricted RPC; empty unless tor.rpc is on.',
            priority: 1,
            jsonPath: '.status.rpcOnionAddress',
          },
          {
            name: 'Image',
            type: 'string',
            description: 'Image of monerod that nodes are made with.',
            priority: 1,
            jsonPath: '.status.resolved.image',
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
                message:
                  "A node set's name has at most 40 characters, because the names of its pods and volumes grow from it.",
              },
              {
                rule: "self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')",
                fieldPath: '.metadata.name',
                message:
                  "A node set's name holds lower-case letters, digits and hyphens only, beginning with a letter and ending with a letter or digit.",
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
                properties: { name: { type: 'string', maxLength: 253 } },
              },
              spec: {
                description: 'What is wanted.',
                type: 'object',
                'x-kubernetes-validations': [
                  {
                    fieldPath: '.network',
                    rule: "!has(self.network) || self.network == 'testnet' || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7))",
                    messageExpression:
                      "'network is ' + self.network + ', but the arguments say --testnet: remove one of them.'",
                  },
                  {
                    fieldPath: '.network',
                    rule: "!has(self.network) || self.network == 'stagenet' || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6))",
                    messageExpression:
                      "'network is ' + self.network + ', but the arguments say --stagenet: remove one of them.'",
                  },
                  {
                    fieldPath: '.network',
                    rule: "!has(self.network) || self.network == 'regtest' || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5))",
                    messageExpression:
                      "'network is ' + self.network + ', but the arguments say --regtest: remove one of them.'",
                  },
                  {
                    fieldPath: '.network',
                    rule: "(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') == (has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')",
                    messageExpression:
                      "'The network cannot change from ' + (has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') + ' to ' + (has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') + ': the volumes hold the chain of one network. Create another node set.'",
                  },
                  {
                    fieldPath: '.monerod.prune',
                    rule: '!oldSelf.monerod.prune || self.monerod.prune',
                    message:
                      'prune cannot go back to false: pruned data is gone. Create another node set for the whole chain.',
                  },
                  {
                    fieldPath: '.diskSize',
                    rule: "(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') != (has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') || !isQuantity((has(self.diskSize) ? self.diskSize : self.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')])) || !isQuantity((has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')])) || !quantity((has(self.diskSize) ? self.diskSize : self.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')])).isLessThan(quantity((has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')])))",
                    messageExpression:
                      "'diskSize cannot shrink from ' + (has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')]) + ' to ' + (has(self.diskSize) ? self.diskSize : self.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')]) + ': a volume only grows. Write at least ' + (has(oldSelf.diskSize) ? oldSelf.diskSize : oldSelf.monerod.prune ? {'mainnet': '160Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')] : {'mainnet': '400Gi', 'testnet': '50Gi', 'stagenet': '50Gi', 'regtest': '1Gi'}[(has(oldSelf.network) ? oldSelf.network : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(oldSelf.monerod.args) ? oldSelf.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet')]) + '.'",
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!((has(self.tor) && has(self.tor.enabled) && self.tor.enabled) || (has(self.i2p) && has(self.i2p.enabled) && self.i2p.enabled)) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--proxy'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7))",
                    message:
                      '--proxy is set by the operator while tor or i2p is enabled. Leave it out; tor.proxyClearnet leads the connections to all peers through Tor.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!((has(self.tor) && has(self.tor.enabled) && self.tor.enabled) || (has(self.i2p) && has(self.i2p.enabled) && self.i2p.enabled)) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--tx-proxy'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4))",
                    message:
                      '--tx-proxy is set by the operator while tor or i2p is enabled. Leave it out; tor.proxyClearnet leads the connections to all peers through Tor.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!((has(self.tor) && has(self.tor.enabled) && self.tor.enabled) || (has(self.i2p) && has(self.i2p.enabled) && self.i2p.enabled)) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--anonymous-inbound'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4))",
                    message:
                      '--anonymous-inbound is set by the operator while tor or i2p is enabled. Leave it out; tor.proxyClearnet leads the connections to all peers through Tor.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--proxy-allow-dns-leaks'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 8))",
                    message:
                      '--proxy-allow-dns-leaks would ask DNS in the clear, which tor.proxyClearnet is there to prevent. Leave it out.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--enable-dns-blocklist'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 5))",
                    message:
                      '--enable-dns-blocklist asks DNS, which tor.proxyClearnet keeps quiet. Leave it out.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--enforce-dns-checkpointing'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 5))",
                    message:
                      '--enforce-dns-checkpointing asks DNS, which tor.proxyClearnet keeps quiet. Leave it out.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--bootstrap-daemon-address'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 20))",
                    message:
                      '--bootstrap-daemon-address would reach the other daemon past Tor, which tor.proxyClearnet is there to prevent. Leave it out.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || !(has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--public-node'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4))",
                    message:
                      '--public-node would advertise the RPC at the address of an exit of Tor with tor.proxyClearnet. Leave it out; tor.rpc gives wallets an onion address.',
                  },
                  {
                    fieldPath: '.tor.proxyClearnet',
                    rule: '!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || (has(self.tor) && has(self.tor.enabled) && self.tor.enabled)',
                    message:
                      'proxyClearnet leads peers through Tor, which is off: set tor.enabled to true, or leave proxyClearnet out.',
                  },
                  {
                    fieldPath: '.tor.proxyClearnet',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || (has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') != 'regtest'",
                    message:
                      'The nodes of a regtest set meet inside the cluster, where no exit of Tor leads: leave proxyClearnet out.',
                  },
                  {
                    fieldPath: '.peers',
                    rule: "!(has(self.tor) && has(self.tor.proxyClearnet) && self.tor.proxyClearnet) || (has(self.peers) ? self.peers : []).filter(p, !p.matches('^[0-9.]+:[0-9]+$')).size() == 0",
                    messageExpression:
                      '"With tor.proxyClearnet peers are reached through Tor, and no DNS is asked: write the IP address of \'" + (has(self.peers) ? self.peers : []).filter(p, !p.matches(\'^[0-9.]+:[0-9]+$\'))[0] + "\', or leave it out."',
                  },
                  {
                    rule: "!((has(self.tor) && has(self.tor.enabled) && self.tor.enabled) || (has(self.i2p) && has(self.i2p.enabled) && self.i2p.enabled)) || !((has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') in ['testnet', 'stagenet']) || (has(self.tor) && has(self.tor.peers) ? self.tor.peers.size() : 0) + (has(self.i2p) && has(self.i2p.peers) ? self.i2p.peers.size() : 0) > 0",
                    messageExpression:
                      "'monerod knows no peer over Tor or I2P on ' + (has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') + ', and would keep all transactions to itself: name one in tor.peers or i2p.peers.'",
                  },
                  {
                    fieldPath: '.peers',
                    rule: "!(((has(self.tor) && has(self.tor.enabled) && self.tor.enabled) && (has(self.tor) && has(self.tor.peers) ? self.tor.peers.size() : 0) > 0 || (has(self.i2p) && has(self.i2p.enabled) && self.i2p.enabled) && (has(self.i2p) && has(self.i2p.peers) ? self.i2p.peers.size() : 0) > 0) && (has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') == 'regtest' && has(self.replicas) && self.replicas == 1 && !(has(self.peers) && self.peers.size() > 0))",
                    message:
                      'No blocks come over Tor or I2P, so this node alone would never be in sync: name a node in peers too, or run two.',
                  },
                  {
                    fieldPath: '.monerod.args',
                    rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < (has(self.monerod.args) ? self.monerod.args : []).size() && ('--add-exclusive-node'.startsWith((has(self.monerod.args) ? self.monerod.args : [])[i].find('^[^=]*')) && (has(self.monerod.args) ? self.monerod.args : [])[i].find('^[^=]*').size() >= 7)).map(i, (has(self.monerod.args) ? self.monerod.args : [])[i].contains('=') || i + 1 >= (has(self.monerod.args) ? self.monerod.args : []).size() ? (has(self.monerod.args) ? self.monerod.args : [])[i] : (has(self.monerod.args) ? self.monerod.args : [])[i + 1]).size() == 0 || [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < (has(self.monerod.args) ? self.monerod.args : []).size() && ('--add-exclusive-node'.startsWith((has(self.monerod.args) ? self.monerod.args : [])[i].find('^[^=]*')) && (has(self.monerod.args) ? self.monerod.args : [])[i].find('^[^=]*').size() >= 7)).map(i, (has(self.monerod.args) ? self.monerod.args : [])[i].contains('=') || i + 1 >= (has(self.monerod.args) ? self.monerod.args : []).size() ? (has(self.monerod.args) ? self.monerod.args : [])[i] : (has(self.monerod.args) ? self.monerod.args : [])[i + 1]).exists(n, !n.matches('[.](onion|i2p)(:[0-9]+)?$')) || (has(self.network) ? self.network : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) ? 'testnet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) ? 'stagenet' : (has(self.monerod.args) ? self.monerod.args : []).exists(a, ('--regtest'.startsWith(a) && a.size() >= 5)) ? 'regtest' : 'mainnet') == 'regtest'",
                    message:
                      '--add-exclusive-node names only nodes on Tor or I2P, which send no blocks: the node would never be in sync. Use tor.peers or i2p.peers, which leave it its other peers.',
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
                            rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && !self[i].startsWith('--') && (i == 0 || !self[i - 1].startsWith('--') || self[i - 1].contains('=') || {'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--db-salvage': 7, '--prune-blockchain': 5, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11, '--restricted-rpc': 14, '--disable-rpc-ban': 11, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17, '--rpc-payment-allow-free-loopback': 16, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6, '--detach': 4, '--non-interactive': 5, '--help': 4, '--version': 3, '--os-version': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--test-drop-download': 20}.exists(f, f.startsWith(self[i - 1]) && self[i - 1].size() >= {'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--db-salvage': 7, '--prune-blockchain': 5, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11, '--restricted-rpc': 14, '--disable-rpc-ban': 11, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17, '--rpc-payment-allow-free-loopback': 16, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6, '--detach': 4, '--non-interactive': 5, '--help': 4, '--version': 3, '--os-version': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--test-drop-download': 20}[f]))).size() == 0",
                            messageExpression:
                              "\"'\" + self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && !self[i].startsWith('--') && (i == 0 || !self[i - 1].startsWith('--') || self[i - 1].contains('=') || {'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--db-salvage': 7, '--prune-blockchain': 5, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11, '--restricted-rpc': 14, '--disable-rpc-ban': 11, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17, '--rpc-payment-allow-free-loopback': 16, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6, '--detach': 4, '--non-interactive': 5, '--help': 4, '--version': 3, '--os-version': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--test-drop-download': 20}.exists(f, f.startsWith(self[i - 1]) && self[i - 1].size() >= {'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--no-fluffy-blocks': 6, '--db-salvage': 7, '--prune-blockchain': 5, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--rpc-use-ipv6': 7, '--rpc-ignore-ipv4': 7, '--confirm-external-bind': 11, '--restricted-rpc': 14, '--disable-rpc-ban': 11, '--rpc-ssl-allow-chained': 17, '--rpc-ssl-allow-any-cert': 17, '--rpc-payment-allow-free-loopback': 16, '--confirm-zmq-rpc-external-bind': 11, '--restricted-zmq-rpc': 14, '--no-zmq': 6, '--detach': 4, '--non-interactive': 5, '--help': 4, '--version': 3, '--os-version': 4, '--bg-mining-enable': 13, '--bg-mining-ignore-battery': 14, '--test-drop-download': 20}[f])))[0]] + \"' belongs to no option: an argument begins with --, or is the value of the option right before it.\"",
                            message:
                              'A text with a line break belongs to no option: write each argument as an item of its own.',
                          },
                          {
                            rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}.exists(f, f.startsWith(self[i]) && self[i].size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}[f])).size() == 0",
                            messageExpression:
                              "self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}.exists(f, f.startsWith(self[i]) && self[i].size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}[f]))[0]] + ' needs a value: write ' + self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}.exists(f, f.startsWith(self[i]) && self[i].size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}[f]))[0]] + '=VALUE.'",
                          },
                          {
                            rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i > 0 && i < self.size() && !self[i].startsWith('--') && !self[i].matches('^-?[0-9]{1,18}$') && {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15}.exists(f, f.startsWith(self[i - 1]) && self[i - 1].size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15}[f])).size() == 0",
                            messageExpression:
                              "self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i > 0 && i < self.size() && !self[i].startsWith('--') && !self[i].matches('^-?[0-9]{1,18}$') && {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15}.exists(f, f.startsWith(self[i - 1]) && self[i - 1].size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15}[f]))[0] - 1] + ' takes a whole number.'",
                          },
                          {
                            rule: "self.filter(a, ('--testnet'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message: '--testnet may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--stagenet'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 6)).size() < 2",
                            message: '--stagenet may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--regtest'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 5)).size() < 2",
                            message: '--regtest may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--keep-fakechain'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 8)).size() < 2",
                            message: '--keep-fakechain may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--fixed-difficulty'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message:
                              '--fixed-difficulty may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--offline'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--offline may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--no-sync'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 6)).size() < 2",
                            message: '--no-sync may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--enforce-dns-checkpointing'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 5)).size() < 2",
                            message:
                              '--enforce-dns-checkpointing may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--disable-dns-checkpoints'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 11)).size() < 2",
                            message:
                              '--disable-dns-checkpoints may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--fast-block-sync'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message:
                              '--fast-block-sync may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--block-sync-size'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 9)).size() < 2",
                            message:
                              '--block-sync-size may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--block-download-max-size'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 9)).size() < 2",
                            message:
                              '--block-download-max-size may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--sync-pruned-blocks'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message:
                              '--sync-pruned-blocks may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--keep-alt-blocks'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 8)).size() < 2",
                            message:
                              '--keep-alt-blocks may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--db-sync-mode'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message: '--db-sync-mode may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--prep-blocks-threads'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 5)).size() < 2",
                            message:
                              '--prep-blocks-threads may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--max-concurrency'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 10)).size() < 2",
                            message:
                              '--max-concurrency may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--max-txpool-weight'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message:
                              '--max-txpool-weight may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--fluffy-blocks'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--fluffy-blocks may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--show-time-stats'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message:
                              '--show-time-stats may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--out-peers'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--out-peers may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--in-peers'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--in-peers may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--max-connections-per-ip'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 10)).size() < 2",
                            message:
                              '--max-connections-per-ip may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--allow-local-ip'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--allow-local-ip may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--hide-my-port'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--hide-my-port may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--enable-dns-blocklist'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 5)).size() < 2",
                            message:
                              '--enable-dns-blocklist may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--p2p-external-port'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message:
                              '--p2p-external-port may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--p2p-use-ipv6'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message: '--p2p-use-ipv6 may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--p2p-ignore-ipv4'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message:
                              '--p2p-ignore-ipv4 may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--no-igd'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 6)).size() < 2",
                            message: '--no-igd may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--igd'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--igd may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--limit-rate'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 12)).size() < 2",
                            message: '--limit-rate may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--limit-rate-up'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 14)).size() < 2",
                            message: '--limit-rate-up may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--limit-rate-down'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 14)).size() < 2",
                            message:
                              '--limit-rate-down may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--tos-flag'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--tos-flag may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--pad-transactions'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message:
                              '--pad-transactions may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--proxy'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message: '--proxy may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--proxy-allow-dns-leaks'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 8)).size() < 2",
                            message:
                              '--proxy-allow-dns-leaks may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--public-node'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 4)).size() < 2",
                            message: '--public-node may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-access-control-origins'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message:
                              '--rpc-access-control-origins may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--disable-rpc-ban'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 11)).size() < 2",
                            message:
                              '--disable-rpc-ban may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-max-connections'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 21)).size() < 2",
                            message:
                              '--rpc-max-connections may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-max-connections-per-public-ip'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 28)).size() < 2",
                            message:
                              '--rpc-max-connections-per-public-ip may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-max-connections-per-private-ip'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 28)).size() < 2",
                            message:
                              '--rpc-max-connections-per-private-ip may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-response-soft-limit'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 10)).size() < 2",
                            message:
                              '--rpc-response-soft-limit may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-payment-address'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 16)).size() < 2",
                            message:
                              '--rpc-payment-address may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-payment-difficulty'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 15)).size() < 2",
                            message:
                              '--rpc-payment-difficulty may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-payment-credits'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 15)).size() < 2",
                            message:
                              '--rpc-payment-credits may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--rpc-payment-allow-free-loopback'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 16)).size() < 2",
                            message:
                              '--rpc-payment-allow-free-loopback may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--bootstrap-daemon-address'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 20)).size() < 2",
                            message:
                              '--bootstrap-daemon-address may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--bootstrap-daemon-login'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 20)).size() < 2",
                            message:
                              '--bootstrap-daemon-login may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--bootstrap-daemon-proxy'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 20)).size() < 2",
                            message:
                              '--bootstrap-daemon-proxy may be given once only.',
                          },
                          {
                            rule: "self.filter(a, ('--log-level'.startsWith(a.find('^[^=]*')) && a.find('^[^=]*').size() >= 7)).size() < 2",
                            message: '--log-level may be given once only.',
                          },
                          {
                            rule: "!self.exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) || !self.exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6))",
                            message:
                              '--testnet and --stagenet exclude each other: a node is on one network.',
                          },
                          {
                            rule: "!self.exists(a, ('--testnet'.startsWith(a) && a.size() >= 7)) || !self.exists(a, ('--regtest'.startsWith(a) && a.size() >= 5))",
                            message:
                              '--testnet and --regtest exclude each other: a node is on one network.',
                          },
                          {
                            rule: "!self.exists(a, ('--stagenet'.startsWith(a) && a.size() >= 6)) || !self.exists(a, ('--regtest'.startsWith(a) && a.size() >= 5))",
                            message:
                              '--stagenet and --regtest exclude each other: a node is on one network.',
                          },
                        ],
                        items: {
                          type: 'string',
                          minLength: 1,
                          maxLength: 256,
                          'x-kubernetes-validations': [
                            {
                              rule: "!self.matches('^--[^=]*\\\\s')",
                              messageExpression:
                                '"\'" + self + "\' holds a space: write --option=value, or the value as an item of its own."',
                              message:
                                'The name of an option holds a line break: write each argument as an item of its own.',
                            },
                            {
                              rule: "!(self.startsWith('--') && !self.matches('^[^=]*\\\\s')) || self.find('^[^=]*') != '--' && ' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.contains(' ' + self.find('^[^=]*'))",
                              messageExpression:
                                "self.find('^[^=]*') + ' is no option of monerod.'",
                            },
                            {
                              rule: "!(self.startsWith('--') && !self.matches('^[^=]*\\\\s')) || self.find('^[^=]*') == '--' || ' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.contains(' ' + self.find('^[^=]*') + ' ') || ' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.split(' ' + self.find('^[^=]*')).size() <= 2",
                              messageExpression:
                                "self.find('^[^=]*') + ' could mean ' + ' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.substring(' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.indexOf(' ' + self.find('^[^=]*')) + 1, ' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.indexOf(' ', ' --add-exclusive-node --add-peer --add-priority-node --allow-local-ip --anonymous-inbound --ban-list --bg-mining-enable --bg-mining-idle-threshold --bg-mining-ignore-battery --bg-mining-min-idle-interval --bg-mining-miner-target --block-download-max-size --block-notify --block-rate-notify --block-sync-size --bootstrap-daemon-address --bootstrap-daemon-login --bootstrap-daemon-proxy --check-updates --config-file --confirm-external-bind --confirm-zmq-rpc-external-bind --data-dir --db-salvage --db-sync-mode --detach --disable-dns-checkpoints --disable-rpc-ban --enable-dns-blocklist --enforce-dns-checkpointing --extra-messages-file --fast-block-sync --fixed-difficulty --fluffy-blocks --help --hide-my-port --igd --in-peers --keep-alt-blocks --keep-fakechain --limit-rate --limit-rate-down --limit-rate-up --log-file --log-level --max-concurrency --max-connections-per-ip --max-log-file-size --max-log-files --max-txpool-weight --mining-threads --no-fluffy-blocks --no-igd --no-sync --no-zmq --non-interactive --offline --os-version --out-peers --p2p-bind-ip --p2p-bind-ipv6-address --p2p-bind-port --p2p-bind-port-ipv6 --p2p-external-port --p2p-ignore-ipv4 --p2p-use-ipv6 --pad-transactions --pidfile --prep-blocks-threads --proxy --proxy-allow-dns-leaks --prune-blockchain --public-node --regtest --reorg-notify --restricted-rpc --restricted-zmq-rpc --rpc-access-control-origins --rpc-bind-ip --rpc-bind-ipv6-address --rpc-bind-port --rpc-ignore-ipv4 --rpc-login --rpc-max-connections --rpc-max-connections-per-private-ip --rpc-max-connections-per-public-ip --rpc-payment-address --rpc-payment-allow-free-loopback --rpc-payment-credits --rpc-payment-difficulty --rpc-response-soft-limit --rpc-restricted-bind-ip --rpc-restricted-bind-ipv6-address --rpc-restricted-bind-port --rpc-ssl --rpc-ssl-allow-any-cert --rpc-ssl-allow-chained --rpc-ssl-allowed-fingerprints --rpc-ssl-ca-certificates --rpc-ssl-certificate --rpc-ssl-private-key --rpc-use-ipv6 --seed-node --show-time-stats --stagenet --start-mining --sync-pruned-blocks --test-dbg-lock-sleep --test-drop-download --test-drop-download-height --testnet --tos-flag --tx-proxy --version --zmq-pub --zmq-rpc-bind-ip --zmq-rpc-bind-port '.lastIndexOf(' ' + self.find('^[^=]*')) + 1)).replace(' ', ', ') + ': write it in full.'",
                            },
                            {
                              rule: "!(self.startsWith('--') && !self.matches('^[^=]*\\\\s')) || !self.contains('=') || !{'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--disable-rpc-ban': 11, '--rpc-payment-allow-free-loopback': 16}.exists(f, f.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= {'--testnet': 7, '--stagenet': 6, '--regtest': 5, '--keep-fakechain': 8, '--offline': 4, '--no-sync': 6, '--enforce-dns-checkpointing': 5, '--disable-dns-checkpoints': 11, '--sync-pruned-blocks': 4, '--keep-alt-blocks': 8, '--fluffy-blocks': 4, '--allow-local-ip': 4, '--hide-my-port': 4, '--enable-dns-blocklist': 5, '--p2p-use-ipv6': 7, '--p2p-ignore-ipv4': 7, '--no-igd': 6, '--pad-transactions': 4, '--proxy-allow-dns-leaks': 8, '--public-node': 4, '--disable-rpc-ban': 11, '--rpc-payment-allow-free-loopback': 16}[f])",
                              messageExpression:
                                "self.find('^[^=]*') + ' takes no value: it is either there or not.'",
                            },
                            {
                              rule: "!self.matches('^--[^=]+=$') || !{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}.exists(f, f.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--db-sync-mode': 7, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--add-peer': 8, '--add-priority-node': 8, '--add-exclusive-node': 7, '--seed-node': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--igd': 4, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--proxy': 7, '--tx-proxy': 4, '--anonymous-inbound': 4, '--rpc-access-control-origins': 7, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-address': 16, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15, '--bootstrap-daemon-address': 20, '--bootstrap-daemon-login': 20, '--bootstrap-daemon-proxy': 20, '--log-level': 7}[f])",
                              messageExpression:
                                "self.find('^[^=]*') + ' needs a value after the equals sign.'",
                            },
                            {
                              rule: "!(self.startsWith('--') && !self.matches('^[^=]*\\\\s')) || !self.contains('=') || self.matches('^[^=]*=(-?[0-9]{1,18})?$') || !{'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15}.exists(f, f.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= {'--fixed-difficulty': 4, '--fast-block-sync': 4, '--block-sync-size': 9, '--block-download-max-size': 9, '--prep-blocks-threads': 5, '--max-concurrency': 10, '--max-txpool-weight': 7, '--show-time-stats': 4, '--out-peers': 4, '--in-peers': 4, '--max-connections-per-ip': 10, '--p2p-external-port': 7, '--limit-rate': 12, '--limit-rate-up': 14, '--limit-rate-down': 14, '--tos-flag': 4, '--rpc-max-connections': 21, '--rpc-max-connections-per-public-ip': 28, '--rpc-max-connections-per-private-ip': 28, '--rpc-response-soft-limit': 10, '--rpc-payment-difficulty': 15, '--rpc-payment-credits': 15}[f])",
                              messageExpression:
                                "self.find('^[^=]*') + ' takes a whole number.'",
                            },
                            {
                              rule: "!('--no-fluffy-blocks'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 6)",
                              message:
                                '--no-fluffy-blocks has no effect, and monerod 0.18.5 does not start with it. Leave it out.',
                            },
                            {
                              rule: "!('--db-salvage'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 7)",
                              message:
                                '--db-salvage can lose blocks at every start. Delete the volume of the broken node, and it syncs anew.',
                            },
                            {
                              rule: "!('--prune-blockchain'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 5)",
                              message:
                                '--prune-blockchain is a field of its own: set monerod.prune to true.',
                            },
                            {
                              rule: "!('--data-dir'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                "--data-dir is set by the operator: the chain lives on the node's own volume. Use diskSize to size it.",
                            },
                            {
                              rule: "!('--ban-list'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--ban-list needs a file that the pod does not have, and monerod would not start. Use --enable-dns-blocklist.',
                            },
                            {
                              rule: "!('--p2p-bind-ip'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 13)",
                              message:
                                "--p2p-bind-ip is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.",
                            },
                            {
                              rule: "!('--p2p-bind-ipv6-address'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 14)",
                              message:
                                "--p2p-bind-ipv6-address is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.",
                            },
                            {
                              rule: "!('--p2p-bind-port'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 15)",
                              message:
                                "--p2p-bind-port is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.",
                            },
                            {
                              rule: "!('--p2p-bind-port-ipv6'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 16)",
                              message:
                                "--p2p-bind-port-ipv6 is set by the operator: peers and Services rely on the network's own port. Use --p2p-external-port for a port of your own outside.",
                            },
                            {
                              rule: "!('--rpc-bind-ip'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 13)",
                              message:
                                '--rpc-bind-ip is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-bind-ipv6-address'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 14)",
                              message:
                                '--rpc-bind-ipv6-address is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-bind-port'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 12)",
                              message:
                                '--rpc-bind-port is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-restricted-bind-ip'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 24)",
                              message:
                                '--rpc-restricted-bind-ip is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-restricted-bind-ipv6-address'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 25)",
                              message:
                                '--rpc-restricted-bind-ipv6-address is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-restricted-bind-port'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 23)",
                              message:
                                '--rpc-restricted-bind-port is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-use-ipv6'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 7)",
                              message:
                                '--rpc-use-ipv6 is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--rpc-ignore-ipv4'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 7)",
                              message:
                                '--rpc-ignore-ipv4 is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--confirm-external-bind'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 11)",
                              message:
                                '--confirm-external-bind is set by the operator: wallets reach the restricted RPC on port 18089 through the Service, and the full RPC stays inside the pod. Use service to open it.',
                            },
                            {
                              rule: "!('--restricted-rpc'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 14)",
                              message:
                                '--restricted-rpc would take the full RPC from the operator. Wallets get the restricted RPC on port 18089 anyway; leave it out.',
                            },
                            {
                              rule: "!('--rpc-login'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 7)",
                              message:
                                '--rpc-login would lock out the readiness check too, as it guards both RPC ports. Put a proxy with a login before the Service.',
                            },
                            {
                              rule: "!('--rpc-ssl'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 9)",
                              message:
                                '--rpc-ssl is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--rpc-ssl-private-key'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 11)",
                              message:
                                '--rpc-ssl-private-key is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--rpc-ssl-certificate'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 12)",
                              message:
                                '--rpc-ssl-certificate is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--rpc-ssl-ca-certificates'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 12)",
                              message:
                                '--rpc-ssl-ca-certificates is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--rpc-ssl-allowed-fingerprints'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 16)",
                              message:
                                '--rpc-ssl-allowed-fingerprints is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--rpc-ssl-allow-chained'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 17)",
                              message:
                                '--rpc-ssl-allow-chained is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--rpc-ssl-allow-any-cert'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 17)",
                              message:
                                '--rpc-ssl-allow-any-cert is set by the operator: inside the cluster the RPC speaks plain HTTP. Let an ingress or a load balancer add TLS.',
                            },
                            {
                              rule: "!('--zmq-rpc-bind-ip'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 16)",
                              message:
                                '--zmq-rpc-bind-ip is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
                            },
                            {
                              rule: "!('--zmq-rpc-bind-port'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 16)",
                              message:
                                '--zmq-rpc-bind-port is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
                            },
                            {
                              rule: "!('--zmq-pub'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 7)",
                              message:
                                '--zmq-pub is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
                            },
                            {
                              rule: "!('--confirm-zmq-rpc-external-bind'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 11)",
                              message:
                                '--confirm-zmq-rpc-external-bind is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
                            },
                            {
                              rule: "!('--restricted-zmq-rpc'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 14)",
                              message:
                                '--restricted-zmq-rpc is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
                            },
                            {
                              rule: "!('--no-zmq'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 6)",
                              message:
                                '--no-zmq is set by the operator: nodes run without ZMQ. Use the restricted RPC on port 18089.',
                            },
                            {
                              rule: "!('--log-file'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 7)",
                              message:
                                '--log-file is set by the operator: the log goes to the output of the pod. Use --log-level for more of it.',
                            },
                            {
                              rule: "!('--max-log-file-size'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 15)",
                              message:
                                '--max-log-file-size is set by the operator: the log goes to the output of the pod. Use --log-level for more of it.',
                            },
                            {
                              rule: "!('--max-log-files'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 15)",
                              message:
                                '--max-log-files is set by the operator: the log goes to the output of the pod. Use --log-level for more of it.',
                            },
                            {
                              rule: "!('--check-updates'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--check-updates is set by the operator: the image decides the version. Set monerod.image to upgrade.',
                            },
                            {
                              rule: "!('--config-file'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 8)",
                              message:
                                '--config-file is set by the operator: it hands each node its peers that way. Write the settings as arguments.',
                            },
                            {
                              rule: "!('--detach'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--detach is set by the operator: Kubernetes runs and watches monerod. Leave it out.',
                            },
                            {
                              rule: "!('--pidfile'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--pidfile is set by the operator: Kubernetes runs and watches monerod. Leave it out.',
                            },
                            {
                              rule: "!('--non-interactive'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 5)",
                              message:
                                '--non-interactive is set by the operator: Kubernetes runs and watches monerod. Leave it out.',
                            },
                            {
                              rule: "!('--help'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--help makes monerod print and exit. Leave it out.',
                            },
                            {
                              rule: "!('--version'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 3)",
                              message:
                                '--version makes monerod print and exit. Leave it out.',
                            },
                            {
                              rule: "!('--os-version'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--os-version makes monerod print and exit. Leave it out.',
                            },
                            {
                              rule: "!('--block-notify'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 9)",
                              message:
                                '--block-notify runs a program in the pod, which holds none. Watch the metrics of the exporter.',
                            },
                            {
                              rule: "!('--reorg-notify'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 5)",
                              message:
                                '--reorg-notify runs a program in the pod, which holds none. Watch the metrics of the exporter.',
                            },
                            {
                              rule: "!('--block-rate-notify'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 9)",
                              message:
                                '--block-rate-notify runs a program in the pod, which holds none. Watch the metrics of the exporter.',
                            },
                            {
                              rule: "!('--start-mining'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 6)",
                              message:
                                '--start-mining is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--mining-threads'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--mining-threads is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--extra-messages-file'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 4)",
                              message:
                                '--extra-messages-file is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--bg-mining-enable'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 13)",
                              message:
                                '--bg-mining-enable is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--bg-mining-ignore-battery'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 14)",
                              message:
                                '--bg-mining-ignore-battery is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--bg-mining-min-idle-interval'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 16)",
                              message:
                                '--bg-mining-min-idle-interval is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--bg-mining-idle-threshold'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 14)",
                              message:
                                '--bg-mining-idle-threshold is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--bg-mining-miner-target'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 16)",
                              message:
                                '--bg-mining-miner-target is refused: nodes of a set do not mine.',
                            },
                            {
                              rule: "!('--test-drop-download'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 20)",
                              message:
                                '--test-drop-download is for debugging monerod: the node would never be in sync. Leave it out.',
                            },
                            {
                              rule: "!('--test-drop-download-height'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 21)",
                              message:
                                '--test-drop-download-height is for debugging monerod: the node would never be in sync. Leave it out.',
                            },
                            {
                              rule: "!('--test-dbg-lock-sleep'.startsWith(self.find('^[^=]*')) && self.find('^[^=]*').size() >= 9)",
                              message:
                                '--test-dbg-lock-sleep is for debugging monerod: the node would never be in sync. Leave it out.',
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
                            rule: "!has(self.requests) || !has(self.limits) || !('cpu' in self.requests) || !('cpu' in self.limits) || !isQuantity(string(self.requests['cpu'])) || !isQuantity(string(self.limits['cpu'])) || !quantity(string(self.requests['cpu'])).isGreaterThan(quantity(string(self.limits['cpu'])))",
                            messageExpression:
                              '"The request of cpu, " + string(self.requests[\'cpu\']) + ", is above its limit, " + string(self.limits[\'cpu\']) + "."',
                          },
                          {
                            rule: "!has(self.requests) || !has(self.limits) || !('memory' in self.requests) || !('memory' in self.limits) || !isQuantity(string(self.requests['memory'])) || !isQuantity(string(self.limits['memory'])) || !quantity(string(self.requests['memory'])).isGreaterThan(quantity(string(self.limits['memory'])))",
                            messageExpression:
                              '"The request of memory, " + string(self.requests[\'memory\']) + ", is above its limit, " + string(self.limits[\'memory\']) + "."',
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
                                  rule: "type(self) == int ? self >= 0 : self.matches('^[.]?[0-9]') && isQuantity(self)",
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
                                  rule: "type(self) == int ? self >= 0 : self.matches('^[.]?[0-9]') && isQuantity(self)",
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
                  peers: {
                    description:
                      'Nodes outside the set that every node of the set connects to, as host:port. On regtest, these and the other nodes of the set are its only peers; label the pods of both sides with the same utxo.com.br/network, so that the network policy lets them in. On other networks they are peers to stay connected with, beside those that monerod finds. monerod reads them when it starts: a change restarts nothing and reaches a node at its next start, and a name that does not resolve then keeps it from starting.',
                    type: 'array',
                    maxItems: 128,
                    'x-kubernetes-list-type': 'atomic',
                    items: {
                      type: 'string',
                      minLength: 1,
                      maxLength: 256,
                      'x-kubernetes-validations': [
                        {
                          rule: "self.matches('^[a-zA-Z0-9]([-a-zA-Z0-9.]*[a-zA-Z0-9])?:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$')",
                          message:
                            'A peer is a host and a port, without spaces and line breaks: nodes-0-p2p.monero.svc:18080.',
                          messageExpression:
                            '"\'" + self + "\' is no peer: write host:port, such as nodes-0-p2p.monero.svc:18080."',
                        },
                        {
                          rule: '!self.matches("[.](onion|i2p):[0-9]+$")',
                          message:
                            'Peers over Tor stand in tor.peers, peers over I2P in i2p.peers: write it there.',
                        },
                      ],
                    },
                  },
                  diskSize: {
                    description:
                      "Size of each node's volume, such as 400Gi. Left out, it fits the network and prune: 400Gi on mainnet, 160Gi when pruned, 50Gi on testnet and stagenet, 1Gi on regtest. It may grow and never shrinks.",
                    type: 'string',
                    maxLength: 32,
                    'x-kubernetes-validations': [
                      {
                        rule: "self.matches('^[.]?[0-9]') && isQuantity(self)",
                        message:
                          'A size is one number and, without a space, a unit, such as 400Gi.',
                        messageExpression:
                          '"\'" + self + "\' is no size: write a number and, without a space, a unit, such as 400Gi."',
                      },
                      {
                        rule: '!self.matches("^[.]?[0-9]") || !isQuantity(self) || quantity(self).compareTo(quantity("1Gi")) >= 0',
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
                  tor: {
                    description:
                      "Makes every node a full citizen of the Tor network. Each gets an onion address of its own, which outlives restarts; wallets' transactions leave through Tor only, to peers with onion addresses, so that nobody learns where they began. Blocks come over the clearnet still, or with proxyClearnet through exits of Tor, for Monero sends no blocks to onion addresses. A node that has no outgoing peer over Tor keeps its wallets' transactions to itself; wallets are not led to it.",
                    type: 'object',
                    properties: {
                      enabled: {
                        description:
                          'true: each node runs tor beside monerod. Turning it on or off replaces the nodes one after the other, as any change; addresses stay for when it is turned on again.',
                        type: 'boolean',
                        default: false,
                      },
                      secretRef: {
                        description:
                          'A Secret in the same namespace with keys made elsewhere, such as vanity addresses. It must hold, for each pod, POD.hs_ed25519_secret_key as tor writes it, and may hold POD.hs_ed25519_public_key and POD.hostname, which are compared with it; with rpc and more than one node, rpc.hs_ed25519_secret_key too. Left out, the operator makes the keys once and keeps them in a Secret named after the set with -tor at its end.',
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
                      rpc: {
                        description:
                          "true: wallets reach the restricted RPC over Tor, on port 18089 of each node's onion address and, when there is more than one node, of one address for the whole set, which leads to any node in sync: see status.rpcOnionAddress.",
                        type: 'boolean',
                        default: false,
                      },
                      proxyClearnet: {
                        description:
                          'true: monerod reaches the other peers through exits of Tor too, and asks no DNS; nothing leaves the node in the clear. The first synchronization then takes several times as long.',
                        type: 'boolean',
                        default: false,
                      },
                      peers: {
                        description:
                          "Onion peers to stay connected with, as ADDRESS.onion:PORT; monerod's own port is 18083. On mainnet monerod finds onion peers by itself; on testnet and stagenet it knows none, so name some. On regtest the other nodes of the set are onion peers already. Read when monerod starts, as peers.",
                        type: 'array',
                        maxItems: 128,
                        'x-kubernetes-list-type': 'atomic',
                        items: {
                          type: 'string',
                          minLength: 1,
                          maxLength: 256,
                          'x-kubernetes-validations': [
                            {
                              rule: "self.matches('^[a-z2-7]{56}[.]onion:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$')",
                              message:
                                'An onion peer is 56 letters and digits, .onion, and a port.',
                              messageExpression:
                                'self.matches(\'^[a-z2-7]{56}[.]onion$\') ? "\'" + self + "\' lacks the port: write " + self + ":18083, unless its owner says otherwise." : "\'" + self + "\' is no onion peer: write 56 lower-case letters and digits 2 to 7, then .onion and the port, such as :18083."',
                            },
                          ],
                        },
                      },
                    },
                  },
                  i2p: {
                    description:
                      'Makes every node a full citizen of the I2P network: as tor, with an address that ends in .b32.i2p. Blocks come over the clearnet still. With tor as well, a transaction leaves through one of the two.',
                    type: 'object',
                    properties: {
                      enabled: {
                        description:
                          'true: each node runs i2pd beside monerod. Turning it on or off replaces the nodes one after the other, as any change; addresses stay for when it is turned on again.',
                        type: 'boolean',
                        default: false,
                      },
                      secretRef: {
                        description:
                          'A Secret in the same namespace with keys made elsewhere. It must hold, for each pod, POD.dat, the keys of a tunnel as i2pd writes them, and may hold POD.b32, which is compared with it. Left out, the operator makes the keys once and keeps them in a Secret named after the set with -i2p at its end.',
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
                      peers: {
                        description:
                          'I2P peers to stay connected with, as ADDRESS.b32.i2p without a port. On mainnet monerod finds I2P peers by itself; on testnet and stagenet it knows none, so name some. On regtest the other nodes of the set are I2P peers already. Read when monerod starts, as peers.',
                        type: 'array',
                        maxItems: 128,
                        'x-kubernetes-list-type': 'atomic',
                        items: {
                          type: 'string',
                          minLength: 1,
                          maxLength: 256,
                          'x-kubernetes-validations': [
                            {
                              rule: "self.matches('^[a-z2-7]{52}[.]b32[.]i2p$')",
                              message:
                                'An I2P peer is 52 letters and digits and .b32.i2p, without a port.',
                              messageExpression:
                                "self.matches('^[a-z2-7]{52}[.]b32[.]i2p:[0-9]+$') ? \"'\" + self + \"' has a port, which I2P does not know: write \" + self.find('^[^:]*') + '.' : \"'\" + self + \"' is no I2P peer: write 52 lower-case letters and digits 2 to 7, then .b32.i2p.\"",
                            },
                          ],
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
                  rpcOnionAddress: {
                    description:
                      "With tor.rpc, the onion address of the whole set, without a port: wallets use 18089. It leads to any node in sync. With a single node it is the node's own.",
                    type: 'string',
                  },
                  conditions: {
                    description:
                      'Ready (every wanted node is in sync on the current revision), Reconciling (work is under way), Stalled (only a person can help), Paused, with tor or i2p Relaying (transactions leave every node), and with tor.rpc and several nodes RpcPublished (wallets find rpcOnionAddress).',
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
                      title: 'NodeStatus',
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
                        onionAddress: {
                          description:
                            "The node's own address on Tor, without a port: peers use 18083, and with tor.rpc wallets 18089.",
                          type: 'string',
                        },
                        i2pAddress: {
                          description:
                            "The node's own address on I2P, for peers.",
                          type: 'string',
                        },
                        relaying: {
                          description:
                            'Whether the node has an outgoing peer over Tor or I2P, so that transactions leave it; absent while both are off. Without one, wallets are not led to it.',
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
