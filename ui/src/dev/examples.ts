import type { EntryView } from '../bindings/EntryView';
import { bullets, entry, field, line, paragraphs } from '../testing/write-entry';

/** An example entry with what its search line shows. */
export interface Example {
  entry: EntryView;
  aliases: string[];
  initials: string;
  snippet: string;
}

const notes = [
  {
    id: 'verify-first',
    title: '先核身，再谈账户',
    text: line('核身通过之前，不确认客户是否在本行开户，也不透露余额和交易。'),
    source: '个人信息保护法',
  },
  {
    id: 'last-four',
    title: '只核对尾号',
    text: line('完整卡号、密码、验证码一律不问不记。客户主动说出时，请礼貌打断。'),
    source: '本行规定',
  },
  {
    id: 'fraud-signs',
    title: '留意诈骗迹象',
    text: line('客户提到陌生来电、共享屏幕或催促转账，转入「疑似诈骗」流程。'),
    source: '反电信网络诈骗法',
  },
];

const cardLoss = entry('card-loss', '银行卡挂失', {
  fields: [field('客户称呼'), field('尾号后四位', { kind: 'digits', required: true })],
  card: {
    say: paragraphs(
      '{{客户称呼}}，您别着急，我马上帮您处理。请先和我核对几项信息，核对好后就为您停用尾号{{尾号后四位}}的卡。停用后，这张卡不能取款和消费，您看可以吗？',
    ),
    must: [
      line('电话挂失是临时停用，请您带身份证件到网点办理正式挂失。'),
      line('停用前已发生的交易不受影响，有不是您办理的请告诉我。'),
    ],
    never: [
      { phrase: line('这不归我管'), instead: line('我马上帮您转到负责的同事') },
      { phrase: line('您的钱肯定不会少'), instead: line('停用后，这张卡不能再取款和消费') },
      { phrase: line('把验证码念给我听'), instead: line('验证码请您自己保管，不要告诉任何人') },
    ],
    internal: bullets(
      '系统登记「口头挂失」，备注丢失时间与地点。',
      '核身未通过时只做临时停用，不透露账户信息。',
    ),
    seconds: 15,
  },
  related: [
    { id: 'identity-check', kind: 'script', title: '身份核实' },
    { id: 'flow-card-loss', kind: 'flow', title: '挂失与补卡办理' },
    { id: 'card-freeze', kind: 'script', title: '临时冻结银行卡' },
  ],
  notes,
});

const oldCardLoss = entry('card-loss-2025', '借记卡挂失（旧版）', {
  standing: { state: 'expired', on: '2026-04-30' },
  validUntil: '2026-04-30',
  successor: { id: 'card-loss', kind: 'script', title: '银行卡挂失' },
  card: { ...cardLoss.card, say: paragraphs('请先和我核对身份，我给您的卡办口头挂失。') },
  notes,
});

const flow = entry('flow-card-loss', '挂失与补卡办理', {
  kind: 'flow',
  stage: null,
  steps: [
    {
      id: 'ask',
      title: [{ text: '问清丢的是哪一样', hit: false }],
      blocks: paragraphs('{{客户称呼}}，您丢的是借记卡、信用卡，还是存折？'),
      checks: [line('记下最后一次用卡的时间和地点'), line('问有没有不认识的交易')],
      branches: [
        { when: line('若客户情绪激动'), to: { type: 'step', id: 'calm' } },
        { when: line('若是银行卡'), to: { type: 'entry', id: 'card-loss' } },
      ],
    },
    {
      id: 'calm',
      title: [{ text: '先安抚', hit: false }],
      blocks: paragraphs('先听完，复述一遍，再说接下来做什么。'),
      checks: [line('复述客户说的经过')],
      branches: [{ when: line('若客户平静下来'), to: { type: 'step', id: 'ask' } }],
    },
  ],
  related: [{ id: 'card-loss', kind: 'script', title: '银行卡挂失' }],
  notes,
});

const product = entry(
  'product-anxin1',
  '安心1号（演示产品）净值型理财，最短持有期九十天，代销，风险等级二级，仅限网点办理',
  {
    kind: 'product',
    stage: null,
    channel: ['counter'],
    standing: { state: 'ending', days: 9 },
    card: {
      say: paragraphs(
        '这是一款净值型理财，名字只是名字，收益会变，也可能亏到本金。',
        '您问哪一项，我照说明书念给您听。',
      ),
      must: [line('**理财产品不是存款**，不保证本金和收益，投资须谨慎。')],
      never: [{ phrase: line('叫安心，您就安心买'), instead: null }],
      internal: [],
      seconds: 18,
    },
    sections: [
      {
        title: [{ text: '产品要点', hit: false }],
        blocks: [
          {
            type: 'table',
            head: [line('项目'), line('演示设定')],
            rows: [
              [line('名称'), line('安心1号净值型理财（演示产品，并不存在）')],
              [line('风险等级'), line('R2级，中低风险，仍可能亏损本金')],
              [line('最短持有'), line('以产品说明书为准')],
            ],
          },
          ...bullets('说的是投向以债券等资产为主，收益不固定。', '见产品说明书第三页。'),
        ],
      },
    ],
  },
);

/** A short approved entry of one paragraph. */
function short(id: string, title: string, say: string, part: Partial<EntryView> = {}): EntryView {
  return entry(id, title, {
    card: { say: paragraphs(say), must: [], never: [], internal: [], seconds: 8 },
    notes,
    ...part,
  });
}

const titles: [id: string, title: string, snippet: string, part: Partial<EntryView>][] = [
  [
    'faq-no-number',
    '卡丢了，不记得卡号还能挂失吗',
    '可以凭有效身份证件号码核实后办理',
    { kind: 'faq', stage: null },
  ],
  ['faq-stolen', '信用卡丢失后发现被盗刷', '先停卡，再登记有异议的交易', { kind: 'faq', stage: null }],
  ['card-freeze', '临时冻结银行卡', '还想再找一找时使用', { standing: { state: 'ending', days: 9 } }],
  [
    'guide-loss',
    '挂失业务受理要点',
    '客户称卡丢了时，先停用再核对',
    { kind: 'guide', stage: null, card: { say: [], must: [], never: [], internal: [], seconds: 0 } },
  ],
  ['card-leak', '卡片信息不外泄', '不读出完整卡号，只核对尾号', { kind: 'compliance', stage: null }],
  ['card-draft', '手机银行卡包找回（新稿）', '等消保审查', { standing: { state: 'unapproved' } }],
  [
    'card-gone',
    '卡丢了先别挂失（已撤回）',
    '不再使用',
    { standing: { state: 'withdrawn' }, successor: { id: 'card-loss', kind: 'script', title: '银行卡挂失' } },
  ],
  ['card-soon', '新卡寄送时效', '下月起使用', { standing: { state: 'notYet', from: '2026-12-01' } }],
  ['identity-check', '身份核实', '先核对姓名和证件', { stage: '核身' }],
];

const bridges: [id: string, title: string, say: string, must: string[]][] = [
  ['hold-please', '请客户稍候', '{{客户称呼}}，请您稍等大约{{预计等候}}，我查清楚再回答您，您不用挂机。', []],
  [
    'call-back',
    '给客户回电',
    '{{客户称呼}}，这件事我要跟同事确认，{{回电时间}}前给您回电，打到{{联系电话}}方便吗？',
    ['回电时我们不会问您密码和短信验证码。'],
  ],
  [
    'transfer-call',
    '转接同事',
    '{{客户称呼}}，这件事由{{承办岗位}}的同事来办，我现在就帮您转，您不用从头再说。',
    [],
  ],
];

const bridgeFields = [
  field('客户称呼'),
  field('预计等候', { kind: 'choice', required: true, options: ['半分钟', '一分钟', '两分钟'] }),
  field('回电时间', { required: true }),
  field('联系电话', { kind: 'digits', required: true }),
  field('承办岗位', { required: true }),
];

const bridgeExamples = bridges.map(([id, title, say, must]): Example => ({
  entry: short(id, title, say, {
    tags: ['过渡话术'],
    stage: '处理',
    fields: bridgeFields.filter(({ name }) => say.includes(`{{${name}}}`)),
    card: { say: paragraphs(say), must: must.map(line), never: [], internal: [], seconds: 8 },
  }),
  aliases: ['稍等'],
  initials: 'sd',
  snippet: say.replaceAll(/[{}]/g, ''),
}));

/** A small library to look at while developing. Sample wording, no bank's. */
export const EXAMPLES: Example[] = [
  {
    entry: cardLoss,
    aliases: ['卡丢了', '银行卡找不到了'],
    initials: 'yhkgs',
    snippet: '客户说「卡丢了」「银行卡找不到了」',
  },
  ...titles.slice(0, 2).map(fromTitle),
  { entry: flow, aliases: ['卡丢了怎么办'], initials: 'gsybk', snippet: '共 2 步，可边说边走' },
  { entry: oldCardLoss, aliases: ['卡丢了'], initials: 'jjkgs', snippet: '' },
  ...titles.slice(2).map(fromTitle),
  { entry: product, aliases: ['卡丢了买理财'], initials: 'ax1h', snippet: '名字不代表没有风险' },
  ...Array.from({ length: 14 }, (_, at): Example => ({
    entry: short(`more-${at}`, `卡片丢失常见问题第 ${at + 1} 条`, '请您带身份证件到网点办理。', {
      kind: 'faq',
      stage: null,
    }),
    aliases: [],
    initials: 'kp',
    snippet: '卡丢了以后的常见问题',
  })),
  ...bridgeExamples,
];

function fromTitle([id, title, snippet, part]: (typeof titles)[number]): Example {
  return {
    entry: short(id, title, '请您带身份证件到网点，我们马上为您办理。', part),
    aliases: ['卡丢'],
    initials: 'kd',
    snippet,
  };
}
