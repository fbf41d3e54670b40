import type { TimeFrame } from './resolveDue.rules.ts';
import { itemAt } from './items.rules.ts';
import { sentenceAssignment } from './sentence.rules.ts';
import { saidIn } from './subject.rules.ts';
import type { Found, ReadItem, Stretch } from './contract.ts';

/** A demand in a report of a speech: 张三指出，…；要加强…；要健全…. */
const SPEAKER = /(?:指出|强调|要求|提出|表示|部署)[，：]/u;

/** 要聚焦民生。: a paragraph that goes on with what is demanded. */
const GOES_ON = /^\s*(?:要(?!素|点|求|害)|[^，。；]{2,24}要(?!素|点|求|害))/u;
const URGED = /^(?:[^，。；“]{0,14}?)要(?!素|点|求|害|的)/u;

/**
 * What a speaker demands (要…；要…), each demand an item that somebody must look at. In a meeting's report a sentence that names
 * whose it is counts without 要, and so do the paragraphs that go on with it.
 */
export function demands(text: string, frame: TimeFrame): Found {
  const items: ReadItem[] = [];
  const used: Stretch[] = [];
  let from = 0;
  let speaking = false;
  for (const paragraph of text.split('\n')) {
    const speaker = SPEAKER.exec(paragraph);
    speaking = speaker !== null || (speaking && frame.fromMeeting && GOES_ON.test(paragraph));
    const begin = speaker === null ? 0 : speaker.index + speaker[0].length;
    if (speaking)
      for (const clause of paragraph.slice(begin).matchAll(/[^。；;]+/gu)) {
        const urged = URGED.exec(clause[0]);
        const who = sentenceAssignment(clause[0]);
        if ((urged === null && (who === null || !frame.fromMeeting)) || clause[0].length < 5) continue;
        const ofSubject = urged !== null && saidIn(/^[^，]*/u.exec(clause[0])![0])?.by === 'must';
        const head = urged?.[0].length ?? 0;
        const start = from + begin + clause.index + head;
        used.push({ start: start - (ofSubject ? head : Math.min(1, head)), end: start });
        items.push({
          path: [],
          area: null,
          aim: null,
          lead: [...(who?.lead ?? [])],
          co: [...(who?.co ?? [])],
          shared: who?.shared ?? false,
          ...itemAt(text, { start, end: from + begin + clause.index + clause[0].length }, frame),
          unsure: who === null ? ['text'] : ['text', 'unit'],
        });
      }
    from += paragraph.length + 1;
  }
  return { items, used };
}
