import type { MatterView } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import type { FormAct } from './fields.ts';

/** What becomes of the files of the draft that stands: they go along with the answer, and a new draft begins without them. */
export function DraftFiles({ view, kind }: { view: MatterView; kind: FormAct }) {
  const t = useT();
  const draft = view.raised?.draft;
  if (!draft || (kind !== 'answer' && kind !== 'propose')) return null;
  const names = view.files.filter(({ act, erased }) => act === draft.act && !erased).map(({ name }) => name);
  if (names.length === 0) return null;
  return <p className="faint">{t(`web.act.draft-files.${kind}`, { files: names })}</p>;
}
