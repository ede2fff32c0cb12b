import type { Language } from '../../bindings/Language';
import { domain as enDomain } from './en/domain';
import { replacing as enReplacing } from './en/replacing';
import { screen as enScreen } from './en/screen';
import { vocabulary as enVocabulary } from './en/vocabulary';
import { workspace as enWorkspace } from './en/workspace';
import type { Wording } from './wording';
import { domain as zhDomain } from './zh/domain';
import { replacing as zhReplacing } from './zh/replacing';
import { screen as zhScreen } from './zh/screen';
import { vocabulary as zhVocabulary } from './zh/vocabulary';
import { workspace as zhWorkspace } from './zh/workspace';

/** Every language of the screen. */
export const LANGUAGES: Record<Language, Wording> = {
  zh: {
    tag: 'zh-CN',
    domain: zhDomain,
    replacing: zhReplacing,
    screen: zhScreen,
    vocabulary: zhVocabulary,
    workspace: zhWorkspace,
  },
  en: {
    tag: 'en',
    domain: enDomain,
    replacing: enReplacing,
    screen: enScreen,
    vocabulary: enVocabulary,
    workspace: enWorkspace,
  },
};
