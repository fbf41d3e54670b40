import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP of these files, as office programs write it. */
export function zipped(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name)]));
    parts.push(Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed);
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

type Given = { sheet?: string; styles?: string; shared?: string; workbook?: string; more?: Record<string, string> };

/** An XLSX whose only sheet has these rows of XML; what else it holds as given. */
export const workbookOf = (
  rows: string,
  { sheet = '', styles, shared, workbook = '', more = {} }: Given = {},
): Buffer =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook>${workbook}<sheets><sheet name="任务" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ...(styles ? { 'xl/styles.xml': styles } : {}),
    ...(shared ? { 'xl/sharedStrings.xml': shared } : {}),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${sheet}</worksheet>`,
    ...more,
  });

/** A row of texts. */
export const textRow = (n: number, ...cells: string[]): string =>
  `<row r="${n}">${cells.map((text, i) => `<c r="${String.fromCodePoint(65 + i)}${n}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
