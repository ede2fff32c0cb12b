import type { EchoKind } from '../../bindings/EchoKind';
import type { FieldKind } from '../../bindings/FieldKind';

/** What is said around blanks while they are filled. */
export interface FillingWords {
  /** Before each form of a value. */
  forms: Record<EchoKind, string>;
  /** What a blank of each kind takes; told when it does not take what was typed. */
  takes: Record<FieldKind, string>;
  /** Told to a screen reader when a blank was left. */
  told: (name: string, aloud: string) => string;
}
