import { describe, expect, test } from 'vitest';
import { blocksOf } from './layout.rules.ts';
import { cutPage, isNewspaper } from './stream.rules.ts';

const page = `春风送暖 万象更新

本 报 讯 （记 者 柳 青） 3 月 5
日，市政府召开会议部署春灌工作，
会议要求抓好落实。

市政府部署春灌
安远出席讲话

本报讯（记者 白桦 通讯员 苏木
安宁）近日，县里开展义务植树，干
部群众一起栽下新苗。

满城添新绿 植树正当时
全县动员栽新苗

3月9日，园林工人在河边浇水。

本报记者 白桦 摄

近期，我市印发方案，提升服务
水平，企业反响良好。

优化环境 服务企业
——访市工商联主席安远

本报记者 柳青
`;

test('a headline above is the article’s though a picture’s caption follows it; with no article it is the picture’s', () => {
  const { articles } = cutPage(
    blocksOf(
      '市政府部署春灌\n\n本报讯（记者 柳青）3月5日，市政府部署春灌。\n\n图为春灌现场。\n本报记者 白桦 摄\n\n满城添新绿\n\n本报讯（记者 苏木）干部群众栽下新苗。',
    ),
  );
  expect(articles.map((a) => [a.kind, a.title])).toEqual([
    ['article', '市政府部署春灌'],
    ['caption', ''],
    ['article', '满城添新绿'],
  ]);
  const { articles: pictures } = cutPage(
    blocksOf('本报讯（记者 苏木）干部群众栽下新苗。\n\n满城添新绿\n\n图为春灌现场。\n本报记者 白桦 摄\n\n春灌忙'),
  );
  expect(pictures.map((a) => [a.kind, a.title])).toEqual([
    ['article', '满城添新绿'],
    ['caption', '春灌忙'],
  ]);
});

test('titles without a blank line around them: above the opening, or below the last line', () => {
  const above =
    '市政府部署春灌\n本报讯（记者 柳青）3月5日，市政府部署春灌。\n满城添新绿\n本报讯（记者 白桦）干部群众栽下新苗。';
  expect(cutPage(blocksOf(above)).articles.map((a) => a.title)).toEqual(['市政府部署春灌', '满城添新绿']);
  const below =
    '本报讯（记者 柳青）3月5日，市政府部署春灌。\n市政府部署春灌\n\n本报讯（全媒体记者 白桦）干部群众栽下新苗。\n满城添新绿';
  expect(cutPage(blocksOf(below)).articles.map((a) => [a.title, a.byline])).toEqual([
    ['市政府部署春灌', '本报讯（记者 柳青）'],
    ['满城添新绿', '本报讯（全媒体记者 白桦）'],
  ]);
});

describe('a newspaper page', () => {
  const { articles, left } = cutPage(blocksOf(page));

  test('titles stand after their bodies; two lines of one length are a couplet', () => {
    expect(articles.filter((a) => a.kind === 'article').map((a) => a.title)).toEqual([
      '市政府部署春灌 安远出席讲话',
      '满城添新绿 植树正当时全县动员栽新苗',
      '优化环境 服务企业',
    ]);
  });
  test('bylines keep one space between role and names, however they are set', () => {
    expect(articles.map((a) => a.byline)).toEqual([
      '本报讯（记者 柳青）',
      '本报讯（记者 白桦 通讯员 苏木 安宁）',
      '本报记者 白桦 摄',
      '本报记者 柳青',
    ]);
  });
  test('a caption between articles is no article', () => {
    expect(articles.map((a) => a.kind)).toEqual(['article', 'article', 'caption', 'article']);
    expect(articles[2]!.paragraphs).toEqual(['3月9日，园林工人在河边浇水。']);
  });
  test('a dash begins a subtitle; a slogan belongs to nobody', () => {
    expect(articles[3]!.subtitle).toBe('——访市工商联主席安远');
    expect(left).toEqual(['春风送暖 万象更新']);
  });
  test('bodies are whole, without the spaces that filled their lines', () => {
    expect(articles[0]!.paragraphs.join('')).toBe(
      '本报讯（记者 柳青）3月5日，市政府召开会议部署春灌工作，会议要求抓好落实。',
    );
  });
});

test('a title before its body, where the page ends on a body', () => {
  const { articles } = cutPage(blocksOf('市政府部署春灌\n\n本报讯（记者 柳青）3月5日，会议召开，要求抓好落实。'));
  expect(articles.map((a) => a.title)).toEqual(['市政府部署春灌']);
});

test('minutes are no newspaper', () => expect(isNewspaper(blocksOf('会议纪要\n一、修渠。'))).toBe(false));
