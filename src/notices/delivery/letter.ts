import { findReaches, findUnits, makePassLink, mayorsAmong, type Reach } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { findActs } from '../../ledger/index.ts';
import { findMatters, matterAct } from '../../matters/index.ts';
import { DeliveryFault } from '../../platform/channels/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { findCityName, findCityNameEn } from '../../platform/identity/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { knownAs, newsOf, stillNews } from '../telling/originators.rules.ts';
import type { Outward } from './outward.ts';

type About = { readonly id: Uuid; readonly originator: Uuid; readonly contact: Uuid; readonly act: Uuid };
type Words = { readonly id: Uuid; readonly subject: string; readonly text: string };

/**
 * What tells whoever raised a matter of an act, ready to be sent; null where the contact was taken away or erased, or it is no
 * longer so. It names the matter by its number alone, and leads to it by a link of its own that needs no signing in: others
 * read text messages over one's shoulder, and the link ends by itself.
 */
export async function letter(
  tx: Tx,
  city: number,
  { id, originator, contact, act: actId }: About,
  outward: Outward,
  now: Date,
): Promise<(() => Promise<void>) | null> {
  const reach = (await findReaches(tx, city, [originator])).find((one) => one.contact === contact);
  const stored = (await findActs(tx, city, [actId])).get(actId);
  if (!reach || !stored) return null;
  const act = matterAct(stored);
  const matter = (await findMatters(tx, city, [stored.stream])).get(stored.stream);
  const news = newsOf(act);
  const own = matter && knownAs(matter, stored.stream, originator);
  if (!own || !news || !stillNews(news, act, matter, now)) return null;
  const { language } = reach;
  const cityName = (language === 'en' && (await findCityNameEn(tx, city))) || (await findCityName(tx, city));
  const unit = act.unit && (await findUnits(tx, city)).get(act.unit)?.name;
  // Who of the city is named for what is sealed is not for whoever raised it to know.
  const led = !unit && !matter.sealed && (await mayorsAmong(tx, city, [act.seat])).has(act.seat);
  const office = sentence(language, led ? 'notice.originator.mayor' : 'notice.originator.office');
  const told = { city: cityName, number: own.number, who: unit || office };
  const token = outward.page && (await makePassLink(tx, city, { matter: own.matter, originator }, now));
  const link = token
    ? sentence(language, 'notice.originator.link', { url: `${outward.page}/appeal/l/${token}?city=${city}` })
    : sentence(language, 'notice.originator.no-link');
  const subject = sentence(language, 'notice.originator.subject', told);
  const text = sentence(language, 'notice.originator.text', {
    news: sentence(language, `notice.originator.${news}`, told),
    link,
  });
  return () => sendTo(reach, { id, subject, text }, outward.originators);
}

/** @throws DeliveryFault */
async function sendTo(
  { plain }: Reach,
  { id, subject, text }: Words,
  { mail, sms }: Outward['originators'],
): Promise<void> {
  const to = plain.text;
  if (plain.kind === 'email') {
    if (!mail) throw new DeliveryFault('no mail server', true);
    return mail.send({ id, to, subject, text: `${text}\n` });
  }
  if (!sms) throw new DeliveryFault('no gateway for text messages', true);
  return sms.send({ id, to, text });
}
