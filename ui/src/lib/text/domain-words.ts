import type { Channel } from '../../bindings/Channel';
import type { ErrorCode } from '../../bindings/ErrorCode';
import type { FieldKind } from '../../bindings/FieldKind';
import type { Kind } from '../../bindings/Kind';
import type { Language } from '../../bindings/Language';
import type { RungStep } from '../../bindings/RungStep';
import type { Scheme } from '../../bindings/Scheme';
import type { Stage } from '../../bindings/Stage';
import type { StandingView } from '../../bindings/StandingView';
import type { TextSize } from '../../bindings/TextSize';
import type { Theme } from '../../bindings/Theme';
import type { Why } from '../../bindings/Why';

/** For each case of a tagged union, a sentence made from that case. */
export type Told<Union extends { state: string }> = {
  [State in Union['state']]: (view: Extract<Union, { state: State }>) => string;
};

/** The names of what the contract knows; each table covers its whole type. */
export interface DomainWords {
  /** The short word in a result line and on a chip. */
  kind: Record<Kind | 'all', string>;
  stage: Record<Stage, string>;
  why: Record<Why, string>;
  /** Where an entry may be said when it is not both. */
  onlyChannel: Record<Channel, string>;
  /** The mark at the end of a result line. */
  standing: Told<StandingView>;
  /** The line under a card's title, beside who approved it. */
  validity: Told<StandingView>;
  rung: Record<RungStep, string>;
  /** What a blank takes, for its accessible name and for the refusal. */
  fieldKind: Record<FieldKind, string>;
  error: Record<ErrorCode, (detail: string) => string>;
  theme: Record<Theme, string>;
  /** Each language in its own words. */
  language: Record<Language, string>;
  textSize: Record<TextSize, string>;
  doublePinyin: Record<Scheme, string>;
}

/** The sentence a tagged union's table has for one of its values. */
export function told<Union extends { state: string }>(table: Told<Union>, view: Union): string {
  const sentence = table[view.state as Union['state']] as (view: Union) => string;
  return sentence(view);
}
