import type { ShownPersonal } from '../../../../src/matters/personal/personal.contract.ts';
import { Attachments } from '../../../files/Attachments.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fact } from '../Fact.tsx';
import facts from '../Facts.module.css';

/** How to reach those who raised a matter, what stands behind the marks in their words, each mark once where it says the same, and sealed files. */
export function ShownLines({ shown: { contacts, pieces, files, erased } }: { shown: ShownPersonal }) {
  const t = useT();
  const marks = new Map(pieces.map(({ mark, text }) => [`${mark} ${text}`, { mark, text }]));
  const nothing = contacts.length === 0 && marks.size === 0 && files.length === 0;
  return (
    <dl className={facts['facts']}>
      <Fact name={t('personal.contacts')}>{contacts.length > 0 && t('personal.list', { list: contacts })}</Fact>
      {[...marks].map(([key, { mark, text }]) => (
        <Fact key={key} name={mark}>
          {text}
        </Fact>
      ))}
      <Fact name={t('web.fact.files')}>{files.length > 0 && <Attachments files={files} />}</Fact>
      <Fact name={t('personal.erased')}>{erased > 0 && t('personal.erased.n', { n: erased })}</Fact>
      <Fact name={t('personal')}>{nothing && erased === 0 && t('personal.none')}</Fact>
    </dl>
  );
}
