import type { Language } from '../../bindings/Language';
import { calls as enCalls } from './en/calls';
import { domain as enDomain } from './en/domain';
import { favourites as enFavourites } from './en/favourites';
import { news as enNews } from './en/news';
import { reporting as enReporting } from './en/reporting';
import { insights as enInsights } from './en/insights';
import { replacing as enReplacing } from './en/replacing';
import { editing as enEditing } from './en/editing';
import { reviewing as enReviewing } from './en/reviewing';
import { members as enMembers } from './en/members';
import { filling as enFilling } from './en/filling';
import { flows as enFlows } from './en/flows';
import { keys as enKeys } from './en/keys';
import { people as enPeople } from './en/people';
import { reading as enReading } from './en/reading';
import { importing as enImporting } from './en/importing';
import { screen as enScreen } from './en/screen';
import { syncing as enSyncing } from './en/syncing';
import { vocabulary as enVocabulary } from './en/vocabulary';
import { windowWords as enWindow } from './en/window';
import { workspace as enWorkspace } from './en/workspace';
import { enMarks, zhMarks } from './marks';
import type { Wording } from './wording';
import { calls as zhCalls } from './zh/calls';
import { domain as zhDomain } from './zh/domain';
import { favourites as zhFavourites } from './zh/favourites';
import { news as zhNews } from './zh/news';
import { reporting as zhReporting } from './zh/reporting';
import { insights as zhInsights } from './zh/insights';
import { replacing as zhReplacing } from './zh/replacing';
import { editing as zhEditing } from './zh/editing';
import { reviewing as zhReviewing } from './zh/reviewing';
import { members as zhMembers } from './zh/members';
import { filling as zhFilling } from './zh/filling';
import { flows as zhFlows } from './zh/flows';
import { keys as zhKeys } from './zh/keys';
import { people as zhPeople } from './zh/people';
import { reading as zhReading } from './zh/reading';
import { importing as zhImporting } from './zh/importing';
import { screen as zhScreen } from './zh/screen';
import { syncing as zhSyncing } from './zh/syncing';
import { vocabulary as zhVocabulary } from './zh/vocabulary';
import { windowWords as zhWindow } from './zh/window';
import { workspace as zhWorkspace } from './zh/workspace';

/** Every language of the screen. */
export const LANGUAGES: Record<Language, Wording> = {
  zh: {
    tag: 'zh-CN',
    marks: zhMarks,
    domain: zhDomain,
    calls: zhCalls,
    favourites: zhFavourites,
    news: zhNews,
    reporting: zhReporting,
    screen: zhScreen,
    window: zhWindow,
    workspace: zhWorkspace,
    editing: zhEditing,
    reviewing: zhReviewing,
    insights: zhInsights,
    members: zhMembers,
    filling: zhFilling,
    flows: zhFlows,
    keys: zhKeys,
    people: zhPeople,
    reading: zhReading,
    vocabulary: zhVocabulary,
    replacing: zhReplacing,
    importing: zhImporting,
    syncing: zhSyncing,
  },
  en: {
    tag: 'en',
    marks: enMarks,
    domain: enDomain,
    calls: enCalls,
    favourites: enFavourites,
    news: enNews,
    reporting: enReporting,
    screen: enScreen,
    window: enWindow,
    workspace: enWorkspace,
    editing: enEditing,
    reviewing: enReviewing,
    insights: enInsights,
    members: enMembers,
    filling: enFilling,
    flows: enFlows,
    keys: enKeys,
    people: enPeople,
    reading: enReading,
    vocabulary: enVocabulary,
    replacing: enReplacing,
    importing: enImporting,
    syncing: enSyncing,
  },
};
