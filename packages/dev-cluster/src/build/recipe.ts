import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How one Go module of the `go` folder is built. */
export interface ModuleRecipe {
  /** Folder below `go`. */
  name: string;
  /** For people: "Kubernetes 1.36.3". */
  title: string;
  /** Arguments of `go build`, without the output. */
  args: string[];
  /** What the build leaves in its output folder, and the name we give it. */
  outputs: Record<string, string>;
}

/** Folder with the go.mod files. */
export const GO_DIR = join(
  // Resolved by name, so that it holds for the sources and for a built package.
  dirname(require.resolve('@monero-portal/dev-cluster/package.json')),
  'go',
);

const COMMON = ['-trimpath', '-buildvcs=false'];
const STRIP = '-s -w';

/** Version that a go.mod requires of a module, without `v`. */
export function requiredVersion(goMod: string, module: string): string {
  const escaped = module.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(
    `^(?:require)?\\s*${escaped} v(\\d+\\.\\d+\\.\\d+\\S*)`,
    'm',
  ).exec(goMod);
  if (!match) throw new Error(`go.mod does not require ${module}`);
  return match[1];
}

/** Kubernetes takes its version from the linker; without it calls itself v0.0.0. */
function kubernetesFlags(version: string): string {
  const [major, minor] = version.split('.');
  const set = (key: string, value: string) =>
    `-X k8s.io/component-base/version.${key}=${value}`;
  return [
    STRIP,
    set('gitVersion', `v${version}`),
    set('gitMajor', major),
    set('gitMinor', minor),
  ].join(' ');
}

function same(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, name]));
}

/** The modules in the order in which they are built, from the texts of their go.mod files. */
export function recipes(goMods: Record<string, string>): ModuleRecipe[] {
  const version = (name: string, module: string) =>
    requiredVersion(goMods[name], module);
  const kubernetes = version('kubernetes', 'k8s.io/kubernetes');
  const containerd = version(
    'containerd',
    'github.com/containerd/containerd/v2',
  );
  const coredns = version('coredns', 'github.com/coredns/coredns');
  const metrics = version('metrics-server', 'sigs.k8s.io/metrics-server');
  const plain = [...COMMON, '-ldflags', STRIP];
  return [
    {
      name: 'pause',
      title: 'pause',
      args: [...plain, '.'],
      outputs: same('pause'),
    },
    {
      name: 'kubernetes',
      title: `Kubernetes ${kubernetes}`,
      args: [...COMMON, '-ldflags', kubernetesFlags(kubernetes), 'tool'],
      outputs: {
        server: 'etcd', // its package is called so
        ...same('kube-apiserver', 'kube-controller-manager', 'kube-scheduler'),
        ...same('kube-proxy', 'kubelet', 'kubectl'),
      },
    },
    {
      name: 'containerd',
      title: `containerd ${containerd}`,
      args: [...COMMON, '-tags', 'no_btrfs', '-ldflags', STRIP, 'tool'],
      outputs: same('containerd', 'containerd-shim-runc-v2', 'ctr'),
    },
    {
      name: 'coredns',
      title: `CoreDNS ${coredns}`,
      args: [...plain, '.'],
      outputs: same('coredns'),
    },
    {
      name: 'metrics-server',
      title: `metrics-server ${metrics}`,
      args: [...plain, 'tool'],
      outputs: same('metrics-server'),
    },
  ];
}

const MODULES = [
  'pause',
  'kubernetes',
  'containerd',
  'coredns',
  'metrics-server',
];

/** The recipes, and a key that changes with anything that changes the result. */
export async function readRecipes(
  goDir: string = GO_DIR,
): Promise<{ modules: ModuleRecipe[]; key: string }> {
  const hash = createHash('sha256');
  const goMods: Record<string, string> = {};
  for (const name of MODULES) {
    const files = (await readdir(join(goDir, name))).sort();
    for (const file of files) {
      const text = await readFile(join(goDir, name, file), 'utf8');
      if (file === 'go.mod') goMods[name] = text;
      hash.update(`${name}/${file}\0${text.length}\0${text}`);
    }
  }
  const modules = recipes(goMods);
  hash.update(JSON.stringify({ modules, arch: process.arch }));
  return { modules, key: hash.digest('hex').slice(0, 16) };
}
