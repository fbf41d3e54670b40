import { describe, expect, test } from 'vitest';
import { faultOf, postOf, signature, type Message } from './forms.rules.ts';

const AT = new Date('2026-03-16T01:30:00Z');
const message: Message = {
  id: '019577e0-0000-7000-8000-000000000001',
  title: '回音：有 2 件事需要知悉',
  lines: [
    { text: '【催办】交办〔2026〕1-01 疏通管网', url: 'https://huiyin.city.example/matters/1' },
    { text: '【批示】[点我](http://evil.example) @所有人 <script>', url: null },
  ],
};

describe('our own form', () => {
  test('the signature is HMAC-SHA256 over timestamp and body, as any other tool computes it', () => {
    // printf '1773624600.{"a":1}' | openssl dgst -sha256 -hmac whsec
    expect(signature('whsec', '1773624600', '{"a":1}')).toBe(
      '2dc16b01dcaf593bc8783696f7428c6391503c14f2a43c91e026463044b9fdab',
    );
    const post = postOf({ form: 'plain', url: 'https://in.example/x', secret: 'whsec' }, message, AT);
    expect(post.headers['x-huiyin-timestamp']).toBe('1773624600');
    expect(post.headers['x-huiyin-signature']).toBe(`sha256=${signature('whsec', '1773624600', post.body)}`);
    expect(JSON.parse(post.body)).toEqual(message);
  });
});

describe('group robots', () => {
  test('DingTalk: markdown with a title, the sign in the address beside the robot’s token', () => {
    const hook = {
      form: 'dingtalk',
      url: 'https://oapi.dingtalk.com/robot/send?access_token=t',
      secret: 'SEC0123456789abcdef',
    } as const;
    const post = postOf(hook, message, AT);
    // HMAC-SHA256("1773624600000\nSEC…", SEC…), Base64, percent-encoded
    expect(post.url).toBe(
      'https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1773624600000&sign=qoLyboAKo%2F1GRLAuksZuOBJIin68esIuSAHq3f%2BbTfo%3D',
    );
    expect(JSON.parse(post.body)).toMatchObject({ msgtype: 'markdown', markdown: { title: message.title } });
    expect(postOf({ ...hook, secret: '' }, message, AT).url).toBe(hook.url);
  });

  test('WeCom: markdown, its key in the address as it was given', () => {
    const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k';
    const post = postOf({ form: 'wecom', url, secret: '' }, message, AT);
    expect(post.url).toBe(url);
    const { msgtype, markdown } = JSON.parse(post.body) as { msgtype: string; markdown: { content: string } };
    expect(msgtype).toBe('markdown');
    expect(markdown.content).toContain('(https://huiyin.city.example/matters/1)');
  });

  test('what people wrote neither links, nor calls everybody, nor is markup', () => {
    const { body } = postOf({ form: 'wecom', url: 'https://q.example', secret: '' }, message, AT);
    expect(body).not.toMatch(/\]\(http:\/\/evil|@所有人|<script/);
    expect(body).toContain('＠所有人');
  });

  test('a long message keeps whole lines, as many as the robot takes', () => {
    const long = {
      ...message,
      lines: Array.from({ length: 200 }, (_, n) => ({ text: `第 ${n} 件，末尾。`, url: null })),
    };
    const { body } = postOf({ form: 'wecom', url: 'https://q.example', secret: '' }, long, AT);
    const { markdown } = JSON.parse(body) as { markdown: { content: string } };
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096);
    expect(markdown.content.endsWith('末尾。')).toBe(true);
  });
});

test.each([
  ['plain', 200, '', null, 'taken'],
  ['plain', 503, '', { said: 'HTTP 503', lasting: false }, 'the server is away'],
  ['plain', 429, '', { said: 'HTTP 429', lasting: false }, 'too many at once'],
  ['plain', 404, '', { said: 'HTTP 404', lasting: true }, 'there is no such place'],
  ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', null, 'taken'],
  [
    'wecom',
    200,
    '{"errcode":93000,"errmsg":"invalid webhook url"}',
    { said: '93000 invalid webhook url', lasting: true },
    'a wrong key, said with 200',
  ],
  [
    'wecom',
    200,
    '{"errcode":45009,"errmsg":"api freq out of limit"}',
    { said: '45009 api freq out of limit', lasting: false },
    'twenty in a minute are its limit',
  ],
  [
    'dingtalk',
    200,
    '{"errcode":310000,"errmsg":"sign not match"}',
    { said: '310000 sign not match', lasting: true },
    'a wrong secret',
  ],
  ['dingtalk', 200, '<html>', { said: '?', lasting: false }, 'no robot at all, or one that is being mended'],
] as const)('%s answers %i %s: %j, %s', (form, status, body, fault, _why) => {
  expect(faultOf(form, { status, body })).toEqual(fault);
});
