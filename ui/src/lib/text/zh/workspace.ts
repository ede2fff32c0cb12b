import type { WorkspaceWords } from '../workspace-words';

export const workspace: WorkspaceWords = {
  screens: { desk: '通话台', trainer: '编辑台', vocabulary: '词库', import: '导入', insights: '洞察' },
  role: { agent: '座席', trainer: '培训师', approver: '审批人' },
  title: '工作区',
  open: '打开工作区…',
  hint: '培训师在工作区里修改知识库，每次保存都有记录，可以找回。座席不需要。',
  person: '您的姓名',
  personHint: '每次保存都会记下是谁改的。',
  folder: '文件夹',
  browse: '浏览…',
  existing: '打开已有的工作区',
  create: '新建：把已安装的知识库复制到一个空文件夹',
  createHint: '已安装的知识库不会改动。',
  start: '打开',
  starting: '正在打开…',
  now: (folder, person, role) => `${person}（${role}），${folder}`,
  close: '关闭工作区',
  unsaved: (count) => `词库里有 ${count} 处改动还没有保存，关闭后就没有了。`,
  toVocabulary: '去词库保存',
  closeAnyway: '放弃改动并关闭',
};
