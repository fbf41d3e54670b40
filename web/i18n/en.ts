import antd from 'antd/es/locale/en_US.js';
import { flatten, plainLocale } from './flatten.ts';

export const catalogue = flatten(
  import.meta.glob(
    [
      '../../messages/en/*.json',
      '!../../messages/en/counter-page.json',
      // Those of other pages than the first, which fetch them with their code: see en-pages.ts.
      '!../../messages/en/{admin,admin-schemes,admin-sources,bulletins,catalogues,cli,counter,debarments,directory,drafts,duties,enterprises,figures,intake,kernel,ledger,mechanism,mechanism-words,platform,privacy,roster,roster-enterprises,schemes,sealed,setup,sheets,sheets-raised,suggest,topics,web-calendar,web-documents,web-enterprises,web-import,web-roster,web-start,web-topics,web-wall,works-page}.json',
    ],
    { eager: true, import: 'default' },
  ),
);
export const locale = plainLocale(antd);
