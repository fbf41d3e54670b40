import { ACCEPTED } from '../../src/platform/files/media.rules.ts';
import { Icon, type IconName } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import style from './FilesField.module.css';
import { named } from './sending/named.ts';

type Props = {
  id?: string;
  describedBy?: string | undefined;
  icon: IconName;
  label: string;
  /** Opens the camera that looks away from the person. */
  camera?: boolean;
  /** Opens the album. */
  pictures?: boolean;
  take: (files: File[]) => void;
};

/** One way to choose files: a button that is the browser's own field. */
export function ChooseFiles({ id, describedBy, icon, label, camera = false, pictures = false, take }: Props) {
  const t = useT();
  return (
    <label className={style['choose']}>
      <Icon name={icon} />
      {label}
      <input
        id={id}
        type="file"
        multiple={!camera}
        accept={camera || pictures ? 'image/*' : ACCEPTED}
        capture={camera ? 'environment' : undefined}
        aria-describedby={describedBy}
        className="unseen"
        onChange={({ target }) => {
          take([...(target.files ?? [])].map((file) => named(file, t('web.files.photo'), new Date())));
          target.value = '';
        }}
      />
    </label>
  );
}
