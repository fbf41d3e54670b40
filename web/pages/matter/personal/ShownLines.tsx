import type { ShownPersonal } from '../../../../src/matters/personal/personal.contract.ts';
import type { MatterView } from '../../../../src/matters/contract.ts';
import { Attachments } from '../../../files/Attachments.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fact } from '../Fact.tsx';
import facts from '../Facts.module.css';
import { marksOf } from './marks.ts';

type Props = { shown: ShownPersonal; story: MatterView['story'] };

/** How to reach those who raised a matter, what stands behind the marks in their words, each mark once where it says the same, and sealed files. */
export function ShownLines({ shown: { contacts, pieces, files, erased }, story }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const marks = marksOf(pieces, story);
  const nothing = contacts.length === 0 && marks.length === 0 && files.length === 0;
  return (
    <dl className={facts['facts']}>
      <Fact name={t('personal.contacts')}>{contacts.length > 0 && t('personal.list', { list: contacts })}</Fact>
      {marks.map(({ mark, text, said }) => (
        <Fact key={`${mark} ${text}`} name={mark}>
          {text}
          {said.map(({ id, at, kind }) => (
            <span key={id} className="quiet">
              {` · ${instant(at)} ${t(`matter.act.${kind}`)}`}
            </span>
          ))}
        </Fact>
      ))}
      <Fact name={t('web.fact.files')}>{files.length > 0 && <Attachments files={files} />}</Fact>
      <Fact name={t('personal.erased')}>{erased > 0 && t('personal.erased.n', { n: erased })}</Fact>
      <Fact name={t('personal')}>{nothing && erased === 0 && t('personal.none')}</Fact>
    </dl>
  );
}
