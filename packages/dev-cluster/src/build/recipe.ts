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
  /** Has C in it, so that gcc is needed. Default: false. */
  cgo?: boolean;
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

/** How a tool differs from a plain Go program. */
interface Tool {
  title: string;
  module: string;
  cgo?: boolean;
  args?: readonly string[];
  /** Variable that the linker sets to the version. */
  versionVariable?: string;
}

/** Programs that tests use beside the cluster, each built when it is asked for. */
const TOOLS = {
  helm: { title: 'Helm', module: 'helm.sh/helm/v4' },
  gitea: {
    title: 'Gitea',
    module: 'code.gitea.io/gitea',
    // SQLite is C.
    cgo: true,
    args: ['-tags', 'sqlite sqlite_unlock_notify'],
    versionVariable: 'main.Version',
  },
} as const satisfies Record<string, Tool>;

/** Name of such a program, and of its folder below `go`. */
export type ToolName = keyof typeof TOOLS;

const MODULES = [
  'pause',
  'kubernetes',
  'containerd',
  'coredns',
  'metrics-server',
];

/** Reads the go.mod files of modules, and hashes all that their folders hold. */
async function readModules(goDir: string, names: readonly string[]) {
  const hash = createHash('sha256');
  const goMods: Record<string, string> = {};
  for (const name of names) {
    const files = (await readdir(join(goDir, name))).sort();
    for (const file of files) {
      const text = await readFile(join(goDir, name, file), 'utf8');
      if (file === 'go.mod') goMods[name] = text;
      hash.update(`${name}/${file}\0${text.length}\0${text}`);
    }
  }
  const keyOf = (modules: readonly ModuleRecipe[]) =>
    hash
      .update(JSON.stringify({ modules, arch: process.arch }))
      .digest('hex')
      .slice(0, 16);
  return { goMods, keyOf };
}

/** The recipes, and a key that changes with anything that changes the result. */
export async function readRecipes(
  goDir: string = GO_DIR,
): Promise<{ modules: ModuleRecipe[]; key: string }> {
  const { goMods, keyOf } = await readModules(goDir, MODULES);
  const modules = recipes(goMods);
  return { modules, key: keyOf(modules) };
}

/** Go's path of the module that such a program is in. */
export function moduleOf(name: ToolName): string {
  return TOOLS[name].module;
}

/** The same of a program that tests use beside the cluster. */
export async function readToolRecipe(
  name: ToolName,
  goDir: string = GO_DIR,
): Promise<{ modules: [ModuleRecipe]; key: string }> {
  const { goMods, keyOf } = await readModules(goDir, [name]);
  const { title, module, cgo, args = [], versionVariable }: Tool = TOOLS[name];
  const version = requiredVersion(goMods[name], module);
  const flags = versionVariable
    ? `${STRIP} -X ${versionVariable}=${version}`
    : STRIP;
  const recipe: ModuleRecipe = {
    name,
    title: `${title} ${version}`,
    args: [...COMMON, ...args, '-ldflags', flags, 'tool'],
    outputs: same(name),
    ...(cgo && { cgo }),
  };
  return { modules: [recipe], key: `${name}-${keyOf([recipe])}` };
}
