/** GeoReport's XML: elements without attributes and namespaces, the rows of a list each under one name. Pure. */

/** What a list and each of its rows are called. */
export const SHAPES = {
  services: ['services', 'service'],
  requests: ['service_requests', 'request'],
  updates: ['service_request_updates', 'request_update'],
  faults: ['errors', 'error'],
} as const;
export type Shape = keyof typeof SHAPES;

type Value = string | number | boolean | null;

/** What XML 1.0 cannot hold at all. */
// oxlint-disable-next-line no-control-regex -- removed on purpose
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** A reader makes a line feed of a carriage return: written as a number it stays what it is. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

const element = ([name, value]: [string, Value]): string =>
  value === null || value === '' ? `<${name}/>` : `<${name}>${escaped(String(value))}</${name}>`;

/** Where a city's interface is, as the standard's service discovery tells it. */
export type Discovery = {
  readonly changeset: string;
  readonly contact: string;
  readonly key_service: string;
  readonly endpoints: readonly (Readonly<Record<'specification' | 'url' | 'changeset' | 'type', string>> & {
    readonly formats: readonly string[];
  })[];
};

/** The same in XML, the one answer of the standard that is no list. */
export function discoveryXml({ endpoints, ...city }: Discovery): string {
  const each = endpoints.map(({ formats, ...one }) => {
    const spoken = formats.map((format) => element(['format', format])).join('');
    return `<endpoint>${Object.entries(one).map(element).join('')}<formats>${spoken}</formats></endpoint>`;
  });
  const head = Object.entries(city).map(element).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<discovery>${head}<endpoints>${each.join('')}</endpoints></discovery>`;
}

/** A list as GeoReport has it in XML. */
export function geoXml(shape: Shape, rows: readonly Readonly<Record<string, Value>>[]): string {
  const [list, row] = SHAPES[shape];
  const each = rows.map((one) => `<${row}>${Object.entries(one).map(element).join('')}</${row}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list}>${each.join('')}</${list}>`;
}
