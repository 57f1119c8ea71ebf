// Generated from crds/monerominingnodesets.yaml by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { CustomResourceDefinition } from '../../crd';

/** crds/monerominingnodesets.yaml, for where no file can be read. */
export const MONERO_MINING_NODE_SET_CRD: CustomResourceDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: 'monerominingnodesets.utxo.com.br',
    labels: { 'app.kubernetes.io/part-of': 'monero' },
  },
  spec: {
    group: 'utxo.com.br',
    scope: 'Namespaced',
    names: {
      kind: 'MoneroMiningNodeSet',
      listKind: 'MoneroMiningNodeSetList',
      plural: 'monerominingnodesets',
      singular: 'monerominingnodeset',
      shortNames: ['mms'],
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
              'True when every wanted miner mines on the current revision.',
            jsonPath: '.status.conditions[?(@.type=="Ready")].status',
          },
          {
            name: 'Mining',
            type: 'integer',
            description: 'Miners that mine.',
            jsonPath: '.status.readyReplicas',
          },
          {
            name: 'Miners',
            type: 'integer',
            description: 'Miners asked for.',
            jsonPath: '.spec.replicas',
          },
          {
            name: 'Status',
            type: 'string',
            description: 'Why the set is, or is not, ready, in one word.',
            jsonPath: '.status.conditions[?(@.type=="Ready")].reason',
          },
          {
            name: 'Daemon',
            type: 'string',
            description:
              'The node set that the miners work for; empty when they mine at a pool.',
            priority: 1,
            jsonPath: '.spec.daemonRef.name',
          },
          {
            name: 'Updated',
            type: 'integer',
            description: 'Miners that run the current revision.',
            priority: 1,
            jsonPath: '.status.updatedReplicas',
          },
          {
            name: 'Image',
            type: 'string',
            description: 'Image of xmrig that miners are made with.',
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
              'MoneroMiningNodeSet is a set of miners: pods that each run xmrig, at a pool or solo for a node set or a network.',
            type: 'object',
            required: ['spec'],
            'x-kubernetes-validations': [
              {
                rule: 'self.metadata.name.size() <= 40',
                fieldPath: '.metadata.name',
                message:
                  "A mining set's name has at most 40 characters, because the names of its pods grow from it.",
              },
              {
                rule: "self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')",
                fieldPath: '.metadata.name',
                message:
                  "A mining set's name holds lower-case letters, digits and hyphens only, beginning with a letter and ending with a letter or digit.",
                messageExpression:
                  '"\'" + self.metadata.name + "\' cannot name a mining set: use lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit."',
              },
            ],
            properties: {
              apiVersion: {
                description: 'Version of this schema, utxo.com.br/v1alpha1.',
                type: 'string',
              },
              kind: { description: 'MoneroMiningNodeSet.', type: 'string' },
              metadata: {
                type: 'object',
                properties: { name: { type: 'string', maxLength: 253 } },
              },
              spec: {
                description: 'What is wanted.',
                type: 'object',
                'x-kubernetes-validations': [
                  {
                    fieldPath: '.xmrig.args',
                    rule: "has(self.daemonRef) || (has(self.xmrig.args) ? self.xmrig.args : []).exists(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--url', '-o'])",
                    message:
                      'The miners need to know where work comes from: name a pool with -o, or a node set or network of yours with daemonRef.',
                  },
                  {
                    fieldPath: '.daemonRef',
                    rule: "!has(self.daemonRef) || !(has(self.xmrig.args) ? self.xmrig.args : []).exists(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--url', '-o'])",
                    message:
                      'daemonRef names a daemon, and the arguments name a pool with -o: remove one of them.',
                  },
                  {
                    fieldPath: '.daemonRef',
                    rule: "!has(self.daemonRef) || (has(self.xmrig.args) ? self.xmrig.args : []).filter(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--keepalive', '--nicehash', '--tls', '--tls-fingerprint', '--daemon', '--daemon-zmq-port', '--self-select', '--submit-to-origin', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '-a', '-u', '-p', '-O', '-x', '-k']).size() == 0",
                    messageExpression:
                      "'With daemonRef the miners work alone, and ' + ((has(self.xmrig.args) ? self.xmrig.args : []).filter(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--keepalive', '--nicehash', '--tls', '--tls-fingerprint', '--daemon', '--daemon-zmq-port', '--self-select', '--submit-to-origin', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '-a', '-u', '-p', '-O', '-x', '-k'])[0].startsWith('--') ? (has(self.xmrig.args) ? self.xmrig.args : []).filter(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--keepalive', '--nicehash', '--tls', '--tls-fingerprint', '--daemon', '--daemon-zmq-port', '--self-select', '--submit-to-origin', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '-a', '-u', '-p', '-O', '-x', '-k'])[0].find('^[^=]*') : (has(self.xmrig.args) ? self.xmrig.args : []).filter(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--keepalive', '--nicehash', '--tls', '--tls-fingerprint', '--daemon', '--daemon-zmq-port', '--self-select', '--submit-to-origin', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '-a', '-u', '-p', '-O', '-x', '-k'])[0].find('^-.?')) + ' is for pools: remove it. wallet says who is paid.'",
                  },
                  {
                    fieldPath: '.wallet',
                    rule: '!has(self.daemonRef) || has(self.wallet)',
                    message:
                      'daemonRef needs wallet, the address that blocks pay.',
                  },
                  {
                    fieldPath: '.wallet',
                    rule: "!has(self.daemonRef) || !has(self.wallet) || self.wallet.matches('^[459A].{94}$')",
                    message:
                      'With daemonRef wallet must be a primary address: 95 characters, beginning with 4 (mainnet and regtest), 9 or A (testnet) or 5 (stagenet). A daemon pays no subaddress.',
                  },
                  {
                    fieldPath: '.wallet',
                    rule: "has(self.daemonRef) || !has(self.wallet) || !(has(self.xmrig.args) ? self.xmrig.args : []).exists(a, (a.startsWith('--') ? a.find('^[^=]*') : a.find('^-.?')) in ['--user', '--userpass', '-u', '-O'])",
                    message:
                      'wallet and -u both say who is paid: remove one of them.',
                  },
                ],
                properties: {
                  replicas: {
                    description:
                      'How many miners to run. A HorizontalPodAutoscaler may change it through the scale subresource; leave it out of the manifest then, so that nobody sets it back.',
                    type: 'integer',
                    format: 'int32',
                    minimum: 0,
                    maximum: 1000,
                    default: 1,
                  },
                  hardAntiAffinity: {
                    description:
                      'true: never two miners of the set on one machine (kubernetes.io/hostname); a miner that finds no free machine waits. false: on different machines where possible.',
                    type: 'boolean',
                    default: false,
                  },
                  xmrig: {
                    description: 'The miner.',
                    type: 'object',
                    default: {},
                    properties: {
                      image: {
                        description:
                          "Container image with the xmrig program in its PATH. Left out, the operator's default image is taken and kept until this part of the specification changes, so that an upgrade of the operator restarts no miner.",
                        type: 'string',
                        minLength: 1,
                        maxLength: 512,
                        'x-kubernetes-validations': [
                          {
                            rule: "self.matches('^[^\\\\s]+$')",
                            message:
                              'An image name holds no spaces and no line breaks.',
                            messageExpression:
                              '"\'" + self + "\' is no image: an image name holds no spaces. Write it like docker.io/example/xmrig:6.22.2."',
                          },
                        ],
                      },
                      args: {
                        description:
                          'Arguments of xmrig, as on its command line: -o HOST:PORT, --url=HOST:PORT and an option followed by its value as an item of its own are all understood. $(id) stands for the number of the miner in the set, from 0; any other $(NAME) is an environment variable of the container, as everywhere in Kubernetes.',
                        type: 'array',
                        maxItems: 64,
                        'x-kubernetes-list-type': 'atomic',
                        'x-kubernetes-validations': [
                          {
                            rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && !self[i].startsWith('-') && (i == 0 || !(self[i - 1] in ['--url', '--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--rig-id', '--tls-fingerprint', '--dns-ttl', '--daemon-zmq-port', '--daemon-poll-interval', '--daemon-job-timeout', '--self-select', '--retries', '--retry-pause', '--user-agent', '--donate-level', '--donate-over-proxy', '--threads', '--cpu-affinity', '--av', '--cpu-priority', '--cpu-max-threads-hint', '--cpu-memory-pool', '--hugepage-size', '--asm', '--argon2-impl', '--randomx-init', '--randomx-mode', '--randomx-wrmsr', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--api-worker-id', '--api-id', '--http-host', '--http-port', '--http-access-token', '--tls-gen', '--tls-cert', '--tls-cert-key', '--tls-dhparam', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '--log-file', '--print-time', '--health-print-time', '--config', '--pause-on-active', '--bench', '--verify', '--seed', '--hash', '-o', '-a', '-u', '-p', '-O', '-x', '-r', '-R', '-t', '-v', '-l', '-c']))).size() == 0",
                            messageExpression:
                              "\"'\" + self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && !self[i].startsWith('-') && (i == 0 || !(self[i - 1] in ['--url', '--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--rig-id', '--tls-fingerprint', '--dns-ttl', '--daemon-zmq-port', '--daemon-poll-interval', '--daemon-job-timeout', '--self-select', '--retries', '--retry-pause', '--user-agent', '--donate-level', '--donate-over-proxy', '--threads', '--cpu-affinity', '--av', '--cpu-priority', '--cpu-max-threads-hint', '--cpu-memory-pool', '--hugepage-size', '--asm', '--argon2-impl', '--randomx-init', '--randomx-mode', '--randomx-wrmsr', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--api-worker-id', '--api-id', '--http-host', '--http-port', '--http-access-token', '--tls-gen', '--tls-cert', '--tls-cert-key', '--tls-dhparam', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '--log-file', '--print-time', '--health-print-time', '--config', '--pause-on-active', '--bench', '--verify', '--seed', '--hash', '-o', '-a', '-u', '-p', '-O', '-x', '-r', '-R', '-t', '-v', '-l', '-c'])))[0]] + \"' belongs to no option: an argument begins with a hyphen, or is the value of the option right before it.\"",
                            message:
                              'A text with a line break belongs to no option: write each argument as an item of its own.',
                          },
                          {
                            rule: "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('-')) && self[i] in ['--url', '--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--rig-id', '--tls-fingerprint', '--dns-ttl', '--daemon-zmq-port', '--daemon-poll-interval', '--daemon-job-timeout', '--self-select', '--retries', '--retry-pause', '--user-agent', '--donate-level', '--donate-over-proxy', '--threads', '--cpu-affinity', '--av', '--cpu-priority', '--cpu-max-threads-hint', '--cpu-memory-pool', '--hugepage-size', '--asm', '--argon2-impl', '--randomx-init', '--randomx-mode', '--randomx-wrmsr', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--api-worker-id', '--api-id', '--http-host', '--http-port', '--http-access-token', '--tls-gen', '--tls-cert', '--tls-cert-key', '--tls-dhparam', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '--log-file', '--print-time', '--health-print-time', '--config', '--pause-on-active', '--bench', '--verify', '--seed', '--hash', '-o', '-a', '-u', '-p', '-O', '-x', '-r', '-R', '-t', '-v', '-l', '-c']).size() == 0",
                            messageExpression:
                              "self[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63].filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('-')) && self[i] in ['--url', '--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--rig-id', '--tls-fingerprint', '--dns-ttl', '--daemon-zmq-port', '--daemon-poll-interval', '--daemon-job-timeout', '--self-select', '--retries', '--retry-pause', '--user-agent', '--donate-level', '--donate-over-proxy', '--threads', '--cpu-affinity', '--av', '--cpu-priority', '--cpu-max-threads-hint', '--cpu-memory-pool', '--hugepage-size', '--asm', '--argon2-impl', '--randomx-init', '--randomx-mode', '--randomx-wrmsr', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--api-worker-id', '--api-id', '--http-host', '--http-port', '--http-access-token', '--tls-gen', '--tls-cert', '--tls-cert-key', '--tls-dhparam', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '--log-file', '--print-time', '--health-print-time', '--config', '--pause-on-active', '--bench', '--verify', '--seed', '--hash', '-o', '-a', '-u', '-p', '-O', '-x', '-r', '-R', '-t', '-v', '-l', '-c'])[0]] + ' needs a value.'",
                          },
                        ],
                        items: {
                          type: 'string',
                          minLength: 1,
                          maxLength: 256,
                          'x-kubernetes-validations': [
                            {
                              rule: "!self.startsWith('-') || (self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--url', '--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--keepalive', '--nicehash', '--rig-id', '--tls', '--tls-fingerprint', '--dns-ipv6', '--dns-ttl', '--daemon', '--daemon-zmq-port', '--daemon-poll-interval', '--daemon-job-timeout', '--self-select', '--submit-to-origin', '--retries', '--retry-pause', '--user-agent', '--donate-level', '--donate-over-proxy', '--no-cpu', '--threads', '--cpu-affinity', '--av', '--cpu-priority', '--cpu-max-threads-hint', '--cpu-memory-pool', '--cpu-no-yield', '--no-huge-pages', '--hugepage-size', '--huge-pages-jit', '--asm', '--argon2-impl', '--randomx-init', '--randomx-no-numa', '--randomx-mode', '--randomx-1gb-pages', '--randomx-wrmsr', '--randomx-no-rdmsr', '--randomx-cache-qos', '--opencl', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--opencl-no-cache', '--print-platforms', '--cuda', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--no-nvml', '--api-worker-id', '--api-id', '--http-host', '--http-port', '--http-access-token', '--http-no-restricted', '--tls-gen', '--tls-cert', '--tls-cert-key', '--tls-dhparam', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '--syslog', '--log-file', '--print-time', '--health-print-time', '--no-color', '--verbose', '--config', '--background', '--version', '--help', '--dry-run', '--export-topology', '--pause-on-battery', '--pause-on-active', '--stress', '--bench', '--submit', '--verify', '--seed', '--hash', '--no-dmi', '-o', '-a', '-u', '-p', '-O', '-x', '-k', '-r', '-R', '-t', '-v', '-S', '-l', '-c', '-B', '-V', '-h']",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' is no option of xmrig: write options in full, as xmrig --help lists them, and a value that begins with a hyphen as --option=value.'",
                              message:
                                'An option of xmrig holds no line break: write each argument as an item of its own.',
                            },
                            {
                              rule: "!(self.startsWith('--') && self.contains('=') && (self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--keepalive', '--nicehash', '--tls', '--dns-ipv6', '--daemon', '--submit-to-origin', '--no-cpu', '--cpu-no-yield', '--no-huge-pages', '--huge-pages-jit', '--randomx-no-numa', '--randomx-1gb-pages', '--randomx-no-rdmsr', '--randomx-cache-qos', '--opencl', '--opencl-no-cache', '--print-platforms', '--cuda', '--no-nvml', '--http-no-restricted', '--syslog', '--no-color', '--verbose', '--background', '--version', '--help', '--dry-run', '--export-topology', '--pause-on-battery', '--stress', '--submit', '--no-dmi'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' takes no value: it is either there or not.'",
                            },
                            {
                              rule: "self.startsWith('--') || !((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['-k', '-S', '-B', '-V', '-h']) || self == (self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?'))",
                              messageExpression:
                                '"\'" + self + "\' is more than one option: write each as an item of its own."',
                              message:
                                'Write each option as an item of its own.',
                            },
                            {
                              rule: "!(self.startsWith('--') && self.endsWith('=') && (self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--url', '--algo', '--coin', '--user', '--pass', '--userpass', '--proxy', '--rig-id', '--tls-fingerprint', '--dns-ttl', '--daemon-zmq-port', '--daemon-poll-interval', '--daemon-job-timeout', '--self-select', '--retries', '--retry-pause', '--user-agent', '--donate-level', '--donate-over-proxy', '--threads', '--cpu-affinity', '--av', '--cpu-priority', '--cpu-max-threads-hint', '--cpu-memory-pool', '--hugepage-size', '--asm', '--argon2-impl', '--randomx-init', '--randomx-mode', '--randomx-wrmsr', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--api-worker-id', '--api-id', '--http-host', '--http-port', '--http-access-token', '--tls-gen', '--tls-cert', '--tls-cert-key', '--tls-dhparam', '--tls-protocols', '--tls-ciphers', '--tls-ciphersuites', '--log-file', '--print-time', '--health-print-time', '--config', '--pause-on-active', '--bench', '--verify', '--seed', '--hash'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' needs a value after the equals sign.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--no-cpu', '--opencl', '--opencl-devices', '--opencl-platform', '--opencl-loader', '--opencl-no-cache', '--cuda', '--cuda-loader', '--cuda-devices', '--cuda-bfactor-hint', '--cuda-bsleep-hint', '--no-nvml'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' is for GPUs, which these pods do not have. Leave it out.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--no-huge-pages', '--hugepage-size'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' follows from hugePages: true asks the machine for them, false does without.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--randomx-1gb-pages', '--randomx-wrmsr', '--randomx-no-rdmsr', '--randomx-cache-qos'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' needs a privileged container, which these pods are not. Set it up on the machine, and leave it out here.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--print-platforms', '--tls-gen', '--version', '--help', '--dry-run', '--export-topology', '--stress', '--bench', '--submit', '--verify', '--seed', '--hash', '-V', '-h'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' makes xmrig print or measure and exit, so that the pod would start over for ever. Leave it out.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--http-host', '--http-port', '--http-access-token', '--http-no-restricted'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' is set by the operator: the exporter in the same pod reads the hashrate there, and nobody else can. Read its metrics.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--tls-cert', '--tls-cert-key', '--tls-dhparam'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' reads a file that the pod does not have. Leave it out.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--syslog', '--log-file', '-S', '-l'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' would take the log away from where kubectl logs finds it. Leave it out.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--no-color'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' is set by the operator. Leave it out.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--config', '-c'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' reads a file that the pod does not have. Write the settings as arguments.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--background', '-B'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' would end the container: Kubernetes runs and watches xmrig in the foreground. Leave it out.'",
                            },
                            {
                              rule: "!((self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) in ['--pause-on-battery', '--pause-on-active'])",
                              messageExpression:
                                "(self.startsWith('--') ? self.find('^[^=]*') : self.find('^-.?')) + ' is for desktop computers. Leave it out.'",
                            },
                          ],
                        },
                      },
                      resources: {
                        description:
                          'CPU and memory of the xmrig container. Left out, memory fits the mode of RandomX: 2560Mi, or 384Mi with --randomx-mode=light.',
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
                    },
                  },
                  hugePages: {
                    description:
                      'true: use huge pages of 2 MiB, which make mining faster, and ask the machine for them: miners go only where an administrator has set such pages aside. false: do without, which works everywhere.',
                    type: 'boolean',
                    default: false,
                  },
                  daemonRef: {
                    description:
                      'Mines solo for nodes of yours in the same namespace, instead of at a pool: what is found is a whole block, and pays wallet.',
                    type: 'object',
                    required: ['name'],
                    properties: {
                      kind: {
                        description: 'What kind of thing name names.',
                        type: 'string',
                        enum: ['MoneroNodeSet', 'MoneroNetwork'],
                        default: 'MoneroNodeSet',
                      },
                      name: {
                        description:
                          'The name of the node set, or of the network, whose restricted RPC gives work: that of any node that is in sync.',
                        type: 'string',
                        minLength: 1,
                        maxLength: 40,
                      },
                    },
                  },
                  wallet: {
                    description:
                      "The address that is paid. With a pool it becomes the user name, unless the arguments say another with -u; with daemonRef it is required, and must be a primary address of the nodes' network. Its checksum is not checked here.",
                    type: 'string',
                    maxLength: 106,
                    'x-kubernetes-validations': [
                      {
                        rule: "self.matches('^[1-9A-HJ-NP-Za-km-z]*$')",
                        message:
                          'A Monero address holds letters and digits only, without 0, O, I and l, which are easily mistaken.',
                      },
                      {
                        rule: 'self.size() == 95 || self.size() == 106',
                        message:
                          'A Monero address has 95 characters, or 106 with a payment id.',
                      },
                      {
                        rule: "self.matches('^[45789AB]') || self.size() == 0",
                        message:
                          'A Monero address begins with 4 or 8 (mainnet and regtest), 5 or 7 (stagenet), or 9, A or B (testnet).',
                      },
                    ],
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
                description: 'What is there. Written by the operator.',
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
                    description: 'Pods whose miner mines.',
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
                          'The image that the miners run; it outlives upgrades of the operator.',
                        type: 'string',
                      },
                      daemon: {
                        description:
                          'The address of the daemon that the miners work for, with daemonRef.',
                        type: 'string',
                      },
                    },
                  },
                  conditions: {
                    description:
                      'Ready (every wanted miner mines on the current revision), Reconciling (work is under way), Stalled (only a person can help), Paused, and with daemonRef DaemonReady (the node set is there, and in sync).',
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
                },
              },
            },
          },
        },
      },
    ],
  },
};
