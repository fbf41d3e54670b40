import type { Enterprise } from '../../directory/enterprises/enterprise.contract.ts';
import { doubt, fault, hasFault, unvaluedIssues, type Issue } from '../roster/issue.rules.ts';
import { industryCell, moneyOf, staffOf, wordsOf, type Cell } from './cells.rules.ts';
import type { EnterpriseField, EnterpriseLine } from './enterprise-sheet.contract.ts';

/** What the register keeps of an enterprise besides its code. */
export type Facts = Pick<Enterprise, 'name' | 'industry' | 'staff' | 'revenue' | 'assets' | 'place'>;
type FactName = keyof Facts;
export type LineJudgement = {
  readonly id: string;
  readonly state: 'new' | 'change' | 'there' | 'fault';
  readonly code: string;
  /** The one that is there, by its code. */
  readonly known: Enterprise | null;
  /** As it would be afterwards. */
  readonly facts: Facts;
  readonly changed: readonly FactName[];
  readonly issues: readonly Issue<EnterpriseField>[];
};

/** How codes are read, as the directory reads them. */
export type Codes = {
  readonly codeOf: (typed: string) => string;
  readonly codeFault: (code: string) => 'form' | 'check' | null;
  readonly industryOf: (typed: string) => string | null;
};

const LONGEST = 100;
const FACTS = ['name', 'industry', 'staff', 'revenue', 'assets', 'place'] as const;
const NOTHING: Facts = { name: '', industry: null, staff: null, revenue: null, assets: null, place: null };

/**
 * What each line of enterprises does. One whose credit code the register has is that one: what the line says otherwise is changed,
 * what it leaves empty stays as it is. A code that fits no check digit, a code twice, an industry that there is not, an amount
 * that is none are faults. Pure.
 */
export function judgeEnterprises(
  lines: readonly EnterpriseLine[],
  known: ReadonlyMap<string, Enterprise>,
  codes: Codes,
): LineJudgement[] {
  const first = new Map<string, EnterpriseLine>();
  for (const line of lines) {
    const code = codes.codeOf(line.code);
    if (code && !first.has(code)) first.set(code, line);
  }
  return lines.map((line) => judge(line, known, first, codes));
}

function judge(
  line: EnterpriseLine,
  known: ReadonlyMap<string, Enterprise>,
  first: ReadonlyMap<string, EnterpriseLine>,
  { codeOf, codeFault, industryOf }: Codes,
): LineJudgement {
  const issues: Issue<EnterpriseField>[] = unvaluedIssues(line);
  const code = codeOf(line.code);
  const wrong = code === '' ? 'none' : codeFault(code);
  if (wrong) issues.push(fault('code', `code-${wrong}`, { code: line.code.slice(0, 40) }));
  const twin = first.get(code);
  if (!wrong && twin && twin !== line) issues.push(fault('code', 'code-twice', { code, row: twin.n }));
  const there = (wrong ? undefined : known.get(code)) ?? null;
  const cells: { readonly [F in FactName]: Cell<NonNullable<Facts[F]>> } = {
    name: wordsOf(line.name, LONGEST),
    industry: industryCell(line.industry, industryOf),
    staff: staffOf(line.staff),
    revenue: moneyOf(line.revenue),
    assets: moneyOf(line.assets),
    place: wordsOf(line.place, LONGEST),
  };
  for (const field of FACTS)
    if (cells[field].kind === 'wrong')
      issues.push(fault(field, `enterprise-${field}`, { text: line[field].slice(0, 40), limit: LONGEST }));
  if (cells.name.kind === 'none' && !there) issues.push(fault('name', 'enterprise-nameless'));
  if (there?.closedAt) issues.push(doubt('code', 'enterprise-closed'));
  const before: Facts = there ?? NOTHING;
  const said = FACTS.flatMap((field) => {
    const cell = cells[field];
    return cell.kind === 'value' ? [[field, cell.value] as const] : [];
  });
  const facts: Facts = { ...pick(before), ...(Object.fromEntries(said) as Partial<Facts>) };
  const changed = FACTS.filter((field) => facts[field] !== before[field]);
  const state = hasFault(issues) ? 'fault' : !there ? 'new' : changed.length ? 'change' : 'there';
  return { id: line.id, state, code, known: there, facts, changed, issues };
}

const pick = ({ name, industry, staff, revenue, assets, place }: Facts): Facts => ({
  name,
  industry,
  staff,
  revenue,
  assets,
  place,
});
