import type { CustomResourceDefinition } from '../src/crd';
import { NODE_SET_PARTS, type Parts } from './fillParts';
import { memberSpecSchema } from './memberSpecSchema';
import { miningParts } from './miningParts';

/** How a kind is generated. */
export interface KindRecipe {
  readonly kind: string;
  /** Its file in crds/. */
  readonly file: string;
  /** What stands between the markers; the definitions of the kinds before it are at hand. */
  readonly parts: (earlier: readonly CustomResourceDefinition[]) => Parts;
  /** Lines that the file of types begins with. */
  readonly imports: readonly string[];
  /** Types written by hand that stand at places of the schema, by path such as `spec.template.spec`. */
  readonly handWritten: Readonly<Record<string, string>>;
  /** The program whose options the reference explains. */
  readonly options?: 'monerod' | 'xmrig';
}

/** Every kind; one that reuses another's schema comes after it. */
export const KIND_RECIPES: readonly KindRecipe[] = [
  {
    kind: 'MoneroNodeSet',
    file: 'moneronodesets.yaml',
    parts: () => NODE_SET_PARTS,
    imports: [],
    handWritten: {},
    options: 'monerod',
  },
  {
    kind: 'MoneroNetwork',
    file: 'moneronetworks.yaml',
    parts: ([nodeSet]) => ({
      'specification of a member': () => memberSpecSchema(nodeSet),
    }),
    imports: ["import type { MemberSpec } from '../network/memberSpec';"],
    handWritten: { 'spec.template.spec': 'MemberSpec' },
  },
  {
    kind: 'MoneroMiningNodeSet',
    file: 'monerominingnodesets.yaml',
    parts: ([nodeSet]) => miningParts(nodeSet),
    imports: [],
    handWritten: {},
    options: 'xmrig',
  },
];
