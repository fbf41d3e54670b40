import { describe, expect, test } from 'vitest';
import { firmsLeft } from './firms-left.rules.ts';

describe('what is pointed at as a firm’s name', () => {
  test.each([
    ['我叫王建国，是莲城兴旺食品厂的厂长', ['莲城兴旺食品厂']],
    ['石梁县宏达机械有限公司反映门前断路', ['石梁县宏达机械有限公司']],
    ['我在鑫源家具厂上班，厂里欠薪', ['鑫源家具厂']],
    ['丰禾种植专业合作社和兴隆商行、美佳超市都断水', ['丰禾种植专业合作社', '兴隆商行', '美佳超市']],
    ['恒通公司欠款，恒通公司不还', ['恒通公司']],
    ['金龙大酒店，鸿运酒店对面', ['金龙大酒店', '鸿运酒店']],
    ['博雅工作室、顺达建材经营部、宏永汽修店', ['博雅工作室', '顺达建材经营部', '宏永汽修店']],
    ['艾瑞弗文化传播有限公司', ['艾瑞弗文化传播有限公司']],
  ])('%s', (text, firms) => expect(firmsLeft(text)).toEqual(firms));

  test.each([
    ['食品厂停电，我们店也停，这家公司不管', 'no name at all'],
    ['市供电公司、莲城市自来水公司和鼎盛燃气公司没有答复', 'what a city runs'],
    ['物业公司、房地产开发有限公司、分公司、合同公司、国有公司', 'what many are'],
    ['附近的超市、一家酒店、开店的人、垄断公司、解决公司', 'words before it'],
    ['污水处理厂和垃圾焚烧厂', 'works of the city'],
  ])('not %s: %s', (text) => expect(firmsLeft(text)).toEqual([]));
});
