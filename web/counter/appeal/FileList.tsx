import type { AppealView } from '../../../src/counter/contract.ts';
import { useWords } from '../words.tsx';

type Props = { view: AppealView; files: AppealView['files'] };

/** Files of a matter, each to be saved; what is sealed opens in the copy of one’s own data alone. */
export function FileList({ view: { id: matter, sealed }, files }: Props) {
  const { t } = useWords();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('appeal.files')}>
      {files.map(({ id, name, erased }) => (
        <li key={id}>
          {erased ? (
            t('appeal.files.erased', { name })
          ) : sealed ? (
            name
          ) : (
            <a href={`/api/counter/appeals/${matter}/files/${id}`} download={name}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
