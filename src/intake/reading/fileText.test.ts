import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/index.ts';
import { faultCode, FILE_LIMIT, textOfFile } from './fileText.ts';

type Entry = { name: string; data: Buffer; stated?: number; flags?: number };

/** A ZIP file; `stated` is the unpacked size that its directory claims. */
function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stated = data.length, flags = 0 } of entries) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(stated, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const docx = (paragraphs: readonly string[], more: readonly Entry[] = []): Buffer =>
  zip([
    {
      name: '[Content_Types].xml',
      data: Buffer.from(
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: Buffer.from(
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    {
      name: 'word/document.xml',
      data: Buffer.from(
        `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((p) => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      ),
    },
    ...more,
  ]);

/** A PDF of one page that shows `words`, or nothing. */
function pdf(words: string): Buffer {
  const stream = words === '' ? '' : `BT /F1 12 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`,
  );
}

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    return await textOfFile(bytes);
  } catch (fault) {
    if (fault instanceof Refusal) return fault.problem.code;
    throw fault;
  }
};

describe('what is read', () => {
  test('a DOCX, one paragraph on each line', async () => {
    expect(await textOfFile(docx(['一、修渠。', '整修干渠。（市水务局负责）']))).toBe(
      '一、修渠。\n整修干渠。（市水务局负责）',
    );
  });
  test('a PDF with text', async () =>
    expect(await textOfFile(pdf('Minutes of the meeting'))).toContain('Minutes of the meeting'));
  test('a text', async () => expect(await textOfFile(Buffer.from('一、修渠。'))).toBe('一、修渠。'));
});

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const whole = docx(['一、修渠。']);

describe('what is refused, and why', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', Buffer.alloc(0), 'intake.file-empty'],
    ['a file over the limit', Buffer.alloc(FILE_LIMIT + 1, 0x41), 'intake.file-too-large'],
    ['a DOCX with nothing in it', docx([]), 'intake.file-empty'],
    ['a DOCX that was cut off', whole.subarray(0, whole.length - 40), 'intake.file-damaged'],
    [
      'a DOCX whose text is no XML',
      zip([{ name: 'word/document.xml', data: Buffer.from('<w:document') }]),
      'intake.file-damaged',
    ],
    [
      'a DOCX whose directory states too much',
      docx(['甲'], [{ name: 'word/media/a.bin', data: Buffer.alloc(10), stated: 300 * 1024 * 1024 }]),
      'intake.file-unpacks-too-large',
    ],
    [
      'a DOCX whose directory lies',
      docx(['甲'], [{ name: 'word/media/a.bin', data: Buffer.alloc(5000), stated: 10 }]),
      'intake.file-damaged',
    ],
    [
      'a ZIP with a password',
      docx(['甲'], [{ name: 'a.xml', data: Buffer.from('甲'), flags: 1 }]),
      'intake.file-encrypted',
    ],
    ['a ZIP that is no DOCX', zip([{ name: 'xl/workbook.xml', data: Buffer.from('<a/>') }]), 'intake.file-wrong-type'],
    ['an encrypted DOCX', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'intake.file-encrypted'],
    ['an old Word file', ole, 'intake.file-old-word'],
    ['a rich text file', Buffer.from('{\\rtf1 abc}'), 'intake.file-wrong-type'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'intake.file-is-picture'],
    ['a scanned PDF', pdf(''), 'intake.pdf-no-text'],
    ['a damaged PDF', Buffer.from('%PDF-1.4\nnothing more'), 'intake.file-damaged'],
  ])('%s', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));
});

test.each([
  ['timeout', 'intake.file-takes-too-long'],
  ['memory', 'intake.file-takes-too-much'],
  ['PasswordException', 'intake.file-encrypted'],
  ['crashed', 'intake.file-damaged'],
])('a reading that ended with %s is refused as %s: what is whole is not called damaged', (fault, code) =>
  expect(faultCode(fault)).toBe(code),
);
