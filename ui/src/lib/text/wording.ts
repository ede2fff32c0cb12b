import type { CallsWords } from './calls-words';
import type { DomainWords } from './domain-words';
import type { FavouritesWords } from './favourites-words';
import type { FillingWords } from './filling-words';
import type { FlowsWords } from './flows-words';
import type { InsightsWords } from './insights-words';
import type { ReadingWords } from './reading-words';
import type { ReplacingWords } from './replacing-words';
import type { EditingWords } from './editing-words';
import type { ReviewingWords } from './reviewing-words';
import type { Marks } from './marks';
import type { KeysWords } from './keys-words';
import type { MembersWords } from './members-words';
import type { NewsWords } from './news-words';
import type { ReportingWords } from './reporting-words';
import type { PeopleWords } from './people-words';
import type { ImportingWords } from './importing-words';
import type { ScreenWords } from './screen-words';
import type { SyncingWords } from './syncing-words';
import type { VocabularyWords } from './vocabulary-words';
import type { WindowWords } from './window-words';
import type { WorkspaceWords } from './workspace-words';

/** Every word of the screen in one language. A language that lacks one does not compile. */
export interface Wording {
  /** For the `lang` attribute. */
  tag: 'zh-CN' | 'en';
  marks: Marks;
  domain: DomainWords;
  calls: CallsWords;
  favourites: FavouritesWords;
  news: NewsWords;
  reporting: ReportingWords;
  replacing: ReplacingWords;
  screen: ScreenWords;
  vocabulary: VocabularyWords;
  window: WindowWords;
  workspace: WorkspaceWords;
  insights: InsightsWords;
  members: MembersWords;
  filling: FillingWords;
  flows: FlowsWords;
  keys: KeysWords;
  people: PeopleWords;
  reading: ReadingWords;
  editing: EditingWords;
  reviewing: ReviewingWords;
  importing: ImportingWords;
  syncing: SyncingWords;
}
