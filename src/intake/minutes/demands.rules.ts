import type { TimeFrame } from './resolveDue.rules.ts';
import { itemAt } from './items.rules.ts';
import { saidIn } from './subject.rules.ts';
import type { Found, ReadItem, Stretch } from './contract.ts';

/** A demand in a report of a speech: 张三指出，…；要加强…；要健全…. */
const SPEAKER = /(?:指出|强调|要求|提出|表示|部署)[，：]/u;

/** What a speaker demands (要…；要…), each demand an item that somebody must look at. */
export function demands(text: string, frame: TimeFrame): Found {
  const items: ReadItem[] = [];
  const used: Stretch[] = [];
  let from = 0;
  for (const paragraph of text.split('\n')) {
    const speaker = SPEAKER.exec(paragraph);
    if (speaker !== null) {
      const begin = speaker.index + speaker[0].length;
      for (const clause of paragraph.slice(begin).matchAll(/[^。；;]+/gu)) {
        const urged = /^(?:[^，。；“]{0,14}?)要(?!素|点|求|害|的)/u.exec(clause[0]);
        if (urged === null || clause[0].length < 5) continue;
        const start = from + begin + clause.index + urged[0].length;
        const end = from + begin + clause.index + clause[0].length;
        const said = saidIn(urged[0]);
        const lead = said?.by === 'must' ? [...said.lead] : [];
        used.push({ start: start - (lead.length > 0 ? urged[0].length : 1), end: start });
        items.push({
          path: [],
          area: null,
          aim: null,
          lead,
          co: [],
          shared: lead.length > 1,
          ...itemAt(text, { start, end }, frame),
          unsure: lead.length > 0 ? ['text', 'unit'] : ['text'],
        });
      }
    }
    from += paragraph.length + 1;
  }
  return { items, used };
}
