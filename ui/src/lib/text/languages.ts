import type { Language } from '../../bindings/Language';
import { domain as enDomain } from './en/domain';
import { editing as enEditing } from './en/editing';
import { importing as enImporting } from './en/importing';
import { screen as enScreen } from './en/screen';
import { vocabulary as enVocabulary } from './en/vocabulary';
import { workspace as enWorkspace } from './en/workspace';
import type { Wording } from './wording';
import { domain as zhDomain } from './zh/domain';
import { editing as zhEditing } from './zh/editing';
import { importing as zhImporting } from './zh/importing';
import { screen as zhScreen } from './zh/screen';
import { vocabulary as zhVocabulary } from './zh/vocabulary';
import { workspace as zhWorkspace } from './zh/workspace';

/** Every language of the screen. */
export const LANGUAGES: Record<Language, Wording> = {
  zh: {
    tag: 'zh-CN',
    domain: zhDomain,
    screen: zhScreen,
    workspace: zhWorkspace,
    editing: zhEditing,
    vocabulary: zhVocabulary,
    importing: zhImporting,
  },
  en: {
    tag: 'en',
    domain: enDomain,
    screen: enScreen,
    workspace: enWorkspace,
    editing: enEditing,
    vocabulary: enVocabulary,
    importing: enImporting,
  },
};
