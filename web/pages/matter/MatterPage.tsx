import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../i18n/language.tsx';
import { Fault as PageFault } from '../../frame/Fault.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { matterQuery } from '../../matters/queries.ts';
import { useMatterRead } from '../../notices/useMatterRead.ts';
import { Fault } from '../../problems/Fault.tsx';
import { MatterBody } from './MatterBody.tsx';
import { Numbered } from './Numbered.tsx';
import { Gone, isGone } from './Gone.tsx';
import { WayBack } from './WayBack.tsx';

const route = getRouteApi('/desk/matters/$id');

/** One matter: what it is and where it stands, its clocks, what I may do and why not, and its story. */
export function MatterPage() {
  const t = useT();
  const { id } = route.useParams();
  useMatterRead(id);
  const { data: view, error } = useQuery(matterQuery(id));
  if (!view && error) return <PageFault error={error} />;
  if (view && isGone(error)) return <Gone number={view.row.number} />;
  if (!view) {
    return (
      <Page title={t('web.matter')} width="reading">
        <Waiting lines={10} />
      </Page>
    );
  }
  // The same heading as while it was waited for: it has the focus since the arrival.
  return (
    <Page
      title={view.row.text}
      tab={view.row.number}
      over={
        <Numbered row={view.row} round={view.roundName}>
          <WayBack />
        </Numbered>
      }
    >
      {error && <Fault error={error} />}
      <MatterBody key={id} view={view} printable />
    </Page>
  );
}
