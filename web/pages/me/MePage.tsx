import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../frame/Button.tsx';
import { askToLeave } from '../../frame/leave/askToLeave.ts';
import { Page } from '../../frame/Page.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { takeSeat, useSession } from '../../session/session.ts';
import { useSeatsOwed } from '../../session/useSeatsOwed.ts';
import { useCityName } from '../../session/useCityName.ts';
import { useTheme, type ThemeChoice } from '../../theme/ThemeProvider.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { Choices } from './Choices.tsx';
import style from './MePage.module.css';
import { MyPlaces } from './MyPlaces.tsx';
import { Duty } from './duty/Duty.tsx';
import { Interests } from './duty/Interests.tsx';
import { NoticeSettings } from './notices/NoticeSettings.tsx';

const themes: ThemeChoice[] = ['system', 'light', 'dark'];

/** What is mine: the seat I sit on, the language, the look, the way out. */
export function MePage() {
  const { t, language, speak } = useLanguage();
  const { choice, choose } = useTheme();
  const { caller, seats } = useSession();
  const cityName = useCityName();
  const { unitName } = useUnits();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { owes } = useSeatsOwed();
  const sitting = useMutation({
    mutationFn: (seat: string) => takeSeat(queries, seat),
    onSuccess: () => navigate({ to: '/' }),
  });
  return (
    <Page title={caller.name} lead={`${cityName} · ${caller.title || t(`web.role.${caller.role}`)}`} width="reading">
      <div className={style['parts']}>
        <Choices
          name="seat"
          legend={t('web.seat')}
          value={caller.seat}
          options={seats.map((seat) => ({
            value: seat.id,
            label: `${seat.unit ? `${unitName(seat.unit)}·` : ''}${seat.title || t(`web.role.${seat.role}`)}`,
            note: owes(seat.id),
          }))}
          onChoose={(seat) => sitting.mutate(seat)}
        />
        <Choices
          name="language"
          legend={t('web.language')}
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChoose={(to) => void speak(to)}
        />
        <Choices
          name="theme"
          legend={t('web.theme')}
          value={choice}
          options={themes.map((value) => ({ value, label: t(`web.theme.${value}`) }))}
          onChoose={choose}
        />
        {(caller.role === 'handler' || caller.role === 'head') && (
          <>
            <Duty />
            <Interests />
          </>
        )}
        <NoticeSettings />
        <MyPlaces />
        {sitting.error && <Fault error={sitting.error} />}
        <Button size="large" className={style['leave'] ?? ''} onClick={askToLeave}>
          {t('web.sign-out')}
        </Button>
      </div>
    </Page>
  );
}
