/** A piece of an XML text, in order. Names come without their prefix: `x:row` and `row` are the same to us. */
export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const PIECE =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[(?<cdata>[^]*?)\]\]>|<(?<slash>\/?)(?<name>[^\s/>!?][^\s/>]*)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*?)(?<empty>\/?)>|(?<text>[^<]+)/y;

/**
 * The pieces of an XML text, as far as office files go. Nothing is ever fetched or expanded: a text that declares entities of its
 * own (`<!DOCTYPE`), or that is no XML, throws a SyntaxError.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  const piece = new RegExp(PIECE);
  const length = xml.length;
  while (piece.lastIndex < length) {
    const at = piece.lastIndex;
    const groups = piece.exec(xml)?.groups;
    if (!groups) throw new SyntaxError(`no XML at character ${at}`);
    const { name, cdata, text } = groups;
    if (name !== undefined) {
      const local = name.slice(name.indexOf(':') + 1);
      if (groups['slash']) yield { kind: 'close', name: local };
      else yield { kind: 'open', name: local, attributes: groups['attributes']!, empty: groups['empty'] === '/' };
    } else if (cdata !== undefined) yield { kind: 'text', text: cdata };
    else if (text !== undefined) yield { kind: 'text', text: unescaped(text) };
  }
}

/** An attribute's value; undefined where there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
}
