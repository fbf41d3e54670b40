import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPicture } from './contract.ts';
import { ACCEPTED, cleanName, hopeless, sniff } from './media.rules.ts';

describe('a name', () => {
  test.each([
    ['../../etc/passwd', 'passwd.txt', 'folders are left out'],
    ['C:\\temp\\纪要.txt', '纪要.txt', 'those of Windows too'],
    [
      '报告\u202Efdp.exe',
      '报告fdp.exe.txt',
      'what turns the reading direction is left out, and the extension fits the file',
    ],
    ['a\u0000b\r\n.txt', 'ab.txt', 'control characters are left out'],
    ['what?.txt', 'what_.txt', 'what Windows forbids is replaced'],
    ['...', 'file.txt', 'a name of nothing gets one'],
    ['', 'file.txt', 'so does none'],
    ['.htaccess', 'htaccess.txt', 'a leading dot would hide it'],
    ['上报.PDF', '上报.PDF.txt', 'an extension that is not true gets the true one behind it'],
    ['说明.TXT', '说明.txt', 'a true one is kept, in small letters'],
  ])('%j becomes %j: %s', (given, cleaned) => {
    expect(cleanName(given, 'text/plain')).toBe(cleaned);
  });

  test('whatever was given, the name is short, plain and ends truly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanName(given, 'application/pdf');
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\u202a-\u202e]+\.pdf$/u);
        expect([...name].length).toBeLessThanOrEqual(124);
      }),
    );
  });
});

test('what is kept is a picture or not by its extension, which fits its bytes', () => {
  const pictures = ACCEPTED.split(',').filter((extension) => isPicture({ name: `现场${extension}` }));
  expect(pictures).toEqual(['.png', '.jpg', '.jpeg', '.webp', '.heic', '.heif']);
  expect(isPicture({ name: cleanName('现场.jpg', 'text/plain') })).toBe(false);
});

describe('what a file is', () => {
  const gb = Buffer.from([0xbb, 0xe1, 0xd2, 0xe9, 0xbc, 0xcd, 0xd2, 0xaa]);
  test.each([
    ['UTF-8 text', Buffer.from('会议纪要'), 'a.txt', 'text/plain'],
    ['GB18030 text', gb, 'a.txt', 'text/plain'],
    ['UTF-16 text with its mark', Buffer.from('\ufeff会议', 'utf16le'), 'a', 'text/plain'],
    ['a table', Buffer.from('单位,事项\n'), 'A.CSV', 'text/csv'],
    ['a PDF behind a few bytes of noise', Buffer.from('\n\n%PDF-1.7'), 'a.txt', 'application/pdf'],
    ['a text whose name ends in something unheard of', Buffer.from('会议'), 'a.abc', 'text/plain'],
    ['a text that bears the name of a kind', Buffer.from('会议'), 'png', 'text/plain'],
    ['a picture called text', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a.txt', 'image/jpeg'],
  ])('%s', (_, bytes, name, media) => {
    expect(sniff(bytes, name)).toEqual({ media });
  });

  test.each([
    ['a web page called a picture is none', 'a.png', 'no-picture'],
    ['nor is a text called a photograph', '现场.JPG', 'no-picture'],
    ['a text called a workbook', '清单.xlsx', 'no-workbook'],
    ['a text called an old workbook', '清单.xls', 'no-workbook'],
    ['a text called a PDF', '报告.pdf', 'no-document'],
    ['a text called a film', 'a.mp4', 'no-film'],
  ])('%s', (_, name, not) => expect(sniff(Buffer.from('<p>序号,事项</p>'), name)).toEqual({ not }));

  const compound = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
  const boxes = (brand: string) =>
    Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from(`ftyp${brand}`), Buffer.alloc(8)]);
  test.each<[what: string, bytes: Buffer, is: object]>([
    ['an old Word or WPS file', compound('WordDocument'), { media: 'application/msword' }],
    ['an old Excel file', compound('Workbook'), { media: 'application/vnd.ms-excel' }],
    ['an old Word file with macros', compound('WordDocument _VBA_PROJECT'), { not: 'macros' }],
    ['a .docx with a password', compound('EncryptedPackage'), { not: 'encrypted-or-old' }],
    ['an OFD', Buffer.from('PK\x03\x04 OFD.xml Doc_0/Document.xml'), { media: 'application/ofd' }],
    ['a picture of an iPhone', boxes('heic'), { media: 'image/heic' }],
    ['a film', boxes('isom'), { media: 'video/mp4' }],
    ['a film of an iPhone', boxes('qt  '), { media: 'video/quicktime' }],
    ['sound', boxes('M4A '), { not: 'unknown' }],
    ['a ZIP', Buffer.from('PK\x03\x04 a.exe'), { not: 'archive' }],
  ])('%s', (_, bytes, is) => {
    expect(sniff(bytes, 'a')).toEqual(is);
  });

  test.each<[sentence: string, head: Buffer, is: boolean]>([
    ['a program is hopeless from its first bytes', Buffer.from('4d5a90000300', 'hex'), true],
    ['so is a RAR', Buffer.from('526172211a0701', 'hex'), true],
    ['a ZIP may still be a document', Buffer.from('PK\x03\x04 docProps/app.xml'), false],
    ['a text cut within a letter may go on', Buffer.from('会议').subarray(0, 5), false],
    ['an old document’s streams are named at its end', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), false],
  ])('%s', (_, head, is) => {
    expect(hopeless(head)).toBe(is);
  });

  test('a browser’s field asks for every kind', () => {
    for (const kind of ['.pdf', '.docx', '.doc', '.wps', '.xls', '.ofd', '.heic', '.mp4'])
      expect(ACCEPTED.split(',')).toContain(kind);
    expect(ACCEPTED).not.toContain('.zip');
  });

  test('bytes that are no text are not taken for it', () => {
    expect(sniff(Buffer.from([0x41, 0x00, 0x42]), 'a.txt')).toEqual({ not: 'unknown' });
    expect(sniff(Buffer.from([0xff, 0xff, 0xff, 0xff]), 'a.txt')).toEqual({ not: 'unknown' });
  });
});
