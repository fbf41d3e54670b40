import { readAssignment, type Assignment } from './assignment.rules.ts';
import { looksLikeUnit, splitUnits } from './units.rules.ts';
import { splitTop } from './topLevel.rules.ts';

const LEADS =
  /^(?:会议(?:议定|决定|要求|明确|强调|同意)，?)?(?:原则同意.{0,20})?由?(?<who>.{2,60}?)(?:牵头|负责牵头|负责|会同)/u;
const HELPS = /^(?<who>.{2,80}?)(?:等(?:部门|单位))?(?:积极|密切)?(?:配合|参加|参与|协助)/u;
const MUST = /^(?:会议(?:议定|决定|要求|明确|强调)，?)?(?<who>.{2,40}?)(?:要|应|须|需)(?=[^求素点])/u;

/**
 * Who a sentence of minutes assigns without a bracket: `由甲局牵头，乙局配合，…`, `甲局负责…`, `甲局要…`. Only names that look like
 * units count; null when there are none.
 */
export function sentenceAssignment(text: string): Assignment | null {
  const lead: string[] = [];
  const co: string[] = [];
  for (const { text: clause } of splitTop(text.slice(0, 400), '，。；\n')) {
    const first = namesOf(LEADS.exec(clause)) ?? (lead.length === 0 ? namesOf(MUST.exec(clause)) : null);
    if (first !== null) lead.push(...first);
    else if (lead.length > 0) co.push(...(namesOf(HELPS.exec(clause)) ?? []));
  }
  if (lead.length === 0) return null;
  const said = readAssignment(`${lead.join('、')}牵头${co.length > 0 ? `，${co.join('、')}配合` : ''}`, false);
  return said !== null && said.lead.length > 0 ? said : null;
}

function namesOf(hit: RegExpExecArray | null): string[] | null {
  if (hit === null) return null;
  const { units } = splitUnits(hit.groups!['who']!.replace(/^.*(?:议定|决定|要求|明确)/u, '').replace(/^由/u, ''));
  return units.length > 0 && units.every(looksLikeUnit) ? units : null;
}
