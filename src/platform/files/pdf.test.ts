import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bringsProgram } from './pdf.ts';

const pdf = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(['%PDF-1.7\n', ...parts, '\ntrailer<</Root 1 0 R>>'].map((part) => Buffer.from(part)));
const packed = (text: string): Buffer[] => {
  const bytes = deflateSync(Buffer.from(text));
  return [
    Buffer.from(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bytes.length}>>stream\r\n`),
    bytes,
    Buffer.from('\nendstream endobj'),
  ];
};

test.each<[sentence: string, bytes: Buffer, is: boolean]>([
  ['a report brings none', pdf('1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj'), false],
  [
    'one that runs a script when it is opened',
    pdf('1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
    true,
  ],
  ['one whose script is written in numbers', pdf('1 0 obj<</AA<</O<</S/J#61vaScr#69pt/JS 9 0 R>>>>>>endobj'), true],
  ['one that starts a program', pdf('1 0 obj<</OpenAction<</S/Launch/F(cmd.exe)>>>>endobj'), true],
  ['one whose script is packed away', pdf(...packed('1 0 <</S/JavaScript/JS(app.alert(1))>>')), true],
  ['packed parts without one', pdf(...packed('1 0 <</Type/Catalog>>'), ...packed('2 0 <</Type/Page>>')), false],
  ['a part that is broken off', pdf(packed('1 0 <</Type/Catalog>>')[0]!, 'xxxx'), false],
  ['a name that only begins so', pdf('1 0 obj<</LaunchPad true>>endobj'), false],
])('%s', (_, bytes, is) => {
  expect(bringsProgram(bytes)).toBe(is);
});

test('a part that unpacks to more than may be is left alone', () => {
  const huge = deflateSync(Buffer.alloc(40 * 1024 * 1024));
  expect(bringsProgram(pdf('5 0 obj<</Type/ObjStm/N 1>>stream\n', huge, '\nendstream'))).toBe(false);
});
