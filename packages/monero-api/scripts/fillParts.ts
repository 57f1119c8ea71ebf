import { stringify } from 'yaml';
import { argumentRules, listRules, specRules } from '../src/args/celRules';

/** What stands between the markers of a definition, by the name of the part. */
export type Parts = Readonly<Record<string, () => unknown>>;

/** The parts of a node set that come from the table of options. */
export const NODE_SET_PARTS: Parts = {
  'rules of spec': specRules,
  'rules of the list of arguments': listRules,
  'rules of one argument': argumentRules,
};

const MARKER = /^ *# BEGIN generated: (.*)$/gm;

/**
 * Writes the generated parts between their markers in the text of a definition.
 *
 * @throws Error when a marker names no part, or lacks its end
 */
export function fillParts(definition: string, parts: Parts): string {
  return [...definition.matchAll(MARKER)].reduce((text, [, name]) => {
    const part = parts[name];
    if (!part) throw new Error(`No generated part is named "${name}".`);
    return fillPart(text, name, part());
  }, definition);
}

function fillPart(text: string, name: string, content: unknown): string {
  const begin = `# BEGIN generated: ${name}\n`;
  const end = `# END generated: ${name}\n`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (to < from) {
    throw new Error(`The definition lacks the marker "${end.trim()}".`);
  }
  const indent = text.slice(text.lastIndexOf('\n', from) + 1, from);
  const body = stringify(content, {
    aliasDuplicateObjects: false,
    lineWidth: 120 - indent.length,
  })
    .trimEnd()
    .split('\n')
    .map(line => (line ? `${indent}${line}\n` : '\n'))
    .join('');
  return text.slice(0, from) + begin + body + indent + text.slice(to);
}
