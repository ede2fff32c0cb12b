//! What `yingda-cli --help` says.

pub(crate) const HELP: &str = "\
yingda-cli - look up, check and stamp a knowledge base without a window
yingda-cli - 不开窗口也能查找、检查、盖章知识库

USAGE / 用法
  yingda-cli search QUERY [--kind K] [--limit N] [--knowledge DIR] [--explain] [--json]
        find entries / 查找条目
        K: script, faq, product, guide, compliance, flow
  yingda-cli show ID [--knowledge DIR] [--json]
        one entry as a card / 显示一个条目
  yingda-cli check [DIR] [--sound] [--json]
        list problems, run the judged queries; exit 1 on errors / 检查知识库，有错误时退出码为 1
        --sound: also type every name in pinyin, initials and misheard / 另把每个名称按拼音、首字母、同音字试一遍
  yingda-cli stamp [DIR]
        bind demonstration approvals to the text; refuses all others / 为演示审批盖章，其他一律拒绝
  yingda-cli eval DIR [--knowledge DIR] [--json]
        measure the search over corpus.tsv, queries.tsv, qrels.tsv / 用一组判定好的问句衡量查找
  yingda-cli bench [--entries N] [--corpus FILE.tsv[.zst]] [--knowledge DIR] [--json]
        measure the search over N entries (10000), made of a file of id, question, answer or of the knowledge base
        用 N 条（10000）衡量建索引、内存、每次按键和修改生效
  yingda-cli import FILE… --to DIR [--json]
        Word, Excel, PowerPoint, PDF, CSV, Markdown, HTML and text become drafts; all are accepted
        把文档变成草稿条目，全部接受；DIR 是工作区时存为一个版本
  yingda-cli export --as xlsx|docx|html --out FILE [ID…] [--kind K] [--knowledge DIR]
        entries for review outside, or a binder to print / 导出条目供外部审阅，或打印成册
  yingda-cli measure-import
        seconds and peak memory of a 300-page Word file and a 10,000-row Excel file, and of
        accepting its rows in the window / 衡量导入和接受的用时和内存
  yingda-cli outbox --out FILE [--desk FILE] [--knowledge DIR]
        write what this desk recorded, masked, for the trainer / 导出本机的使用记录（已脱敏），交给培训师合并
  yingda-cli sync WORKSPACE REMOTE [--by NAME] [--json]
        bring a workspace and a shared folder or git server together; exit 1 on conflicts
        让工作区与共享文件夹或 git 服务器同步，有冲突时退出码为 1
  yingda-cli --help | --version

DIR is ./knowledge unless given / 不写目录时用 ./knowledge
search, check and eval take --model FILE: the sentence model for searching by meaning; `none` for words alone
search、check、eval 可用 --model FILE 指定语义模型，写 none 则只按字词查找";
