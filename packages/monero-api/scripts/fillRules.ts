import { stringify } from 'yaml';
import {
  argumentRules,
  listRules,
  specRules,
  type CelRule,
} from '../src/args/celRules';

const PARTS: Readonly<Record<string, () => CelRule[]>> = {
  'rules of spec': specRules,
  'rules of the list of arguments': listRules,
  'rules of one argument': argumentRules,
};

/**
 * Writes the rules that come from the table of options between their markers in the text of the CRD.
 *
 * @throws Error when a marker is missing
 */
export function fillRules(crd: string): string {
  return Object.entries(PARTS).reduce(
    (text, [name, rules]) => fillPart(text, name, rules()),
    crd,
  );
}

function fillPart(text: string, name: string, rules: CelRule[]): string {
  const begin = `# BEGIN generated: ${name}\n`;
  const end = `# END generated: ${name}\n`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`The CRD lacks the markers "${begin.trim()}" and END.`);
  }
  const indent = text.slice(text.lastIndexOf('\n', from) + 1, from);
  const body = stringify(rules, { lineWidth: 120 - indent.length })
    .trimEnd()
    .split('\n')
    .map(line => (line ? `${indent}${line}\n` : '\n'))
    .join('');
  return text.slice(0, from) + begin + body + indent + text.slice(to);
}
