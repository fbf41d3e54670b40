import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { takeSeat, useSession } from '../session/session.ts';
import { useSeatsOwed } from '../session/useSeatsOwed.ts';
import { faultText } from '../problems/faultText.ts';
import { useUnits } from '../units/useUnits.ts';
import { announce } from './announce.ts';
import style from './BarButton.module.css';
import { Icon } from './Icon.tsx';
import { askToLeave } from './leave/askToLeave.ts';
import { Menu } from './Menu.tsx';
import { useGuide } from './useGuide.ts';

/** Who I am here: the seat, the seats I may change to with what each owes, my page, the way out. */
export function SeatMenu() {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { caller, seats } = useSession();
  const { unitName } = useUnits();
  const toGuide = useGuide();
  const { owes, elsewhere } = useSeatsOwed();
  const unit = caller.unit ? unitName(caller.unit) : t(`web.role.${caller.role}`);

  const items = [
    ...seats.map((seat) => ({
      key: seat.id,
      label: (
        <span className={style['seat']}>
          {seat.unit ? `${unitName(seat.unit)}·` : ''}
          {seat.title || t(`web.role.${seat.role}`)}
          {owes(seat.id) && <small>{owes(seat.id)}</small>}
        </span>
      ),
      disabled: seat.id === caller.seat,
    })),
    { key: 'me', label: t('web.nav.me'), apart: true },
    { key: 'transfers', label: t('transfers.title') },
    { key: 'help', label: t('guide.help') },
    { key: 'out', label: t('web.sign-out') },
  ];
  const choose = async (key: string) => {
    if (key === 'me') return navigate({ to: '/me' });
    if (key === 'transfers') return navigate({ to: '/transfers' });
    if (key === 'help') return toGuide();
    if (key === 'out') return askToLeave();
    await takeSeat(queries, key);
    return navigate({ to: '/' });
  };
  return (
    <Menu
      className={style['button']}
      label={t(elsewhere ? 'web.seat.menu.owes' : 'web.seat.menu', { who: `${unit} ${caller.name}`, n: elsewhere })}
      items={items}
      onChoose={(key) => void choose(key).catch((error: unknown) => announce(faultText(t, error), 'fault'))}
    >
      <span className={style['long']}>
        {unit}·{caller.name}
      </span>
      <Icon name="me" />
      {elsewhere > 0 && <span className={style['elsewhere']}>{elsewhere}</span>}
    </Menu>
  );
}
