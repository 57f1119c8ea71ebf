import {
  miningRules,
  xmrigArgumentRules,
  xmrigListRules,
} from '../src/mining/celRules';
import type { CustomResourceDefinition, Schema } from '../src/crd';
import type { Parts } from './fillParts';

/**
 * What of a mining set is generated: the rules, and from node sets what is the same for pods of every kind.
 *
 * @throws Error when node sets have it no more
 */
export function miningParts(nodeSet: CustomResourceDefinition): Parts {
  return {
    'rules of spec': miningRules,
    'rules of the list of arguments': xmrigListRules,
    'rules of one argument': xmrigArgumentRules,
    resources: () => ({
      ...fieldAt(nodeSet, ['monerod', 'resources']),
      description:
        'CPU and memory of the xmrig container. Left out, memory fits the mode of RandomX: 2560Mi, or 384Mi with --randomx-mode=light.',
    }),
    podTemplate: () => fieldAt(nodeSet, ['podTemplate']),
  };
}

function fieldAt(crd: CustomResourceDefinition, path: string[]): Schema {
  const { spec } = crd.spec.versions[0].schema.openAPIV3Schema.properties ?? {};
  return path.reduce((schema, name): Schema => {
    const field = schema.properties?.[name];
    if (!field) throw new Error(`MoneroNodeSet has no spec.${path.join('.')}`);
    return field;
  }, spec);
}
