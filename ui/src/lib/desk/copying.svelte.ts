import type { CopyReceipt } from '../../bindings/CopyReceipt';
import type { CopyRequest } from '../../bindings/CopyRequest';
import type { EntryView } from '../../bindings/EntryView';
import { BackendError } from '../backend/error';
import type { CardSurroundings } from './card-surroundings';
import { obstacleOf } from './obstacle';

/** How a composed copy leaves the window. */
export type CopyWay = (request: CopyRequest) => Promise<CopyReceipt>;

/** How long a receipt stays on the card, in milliseconds. */
const RECEIPT_MS = 2000;

/** The way out of a card: what may leave, what is asked before, and the receipt after. */
export class Copying {
  receipt = $state.raw<CopyReceipt | null>(null);
  /** Why the last copy did not happen, as a sentence. */
  refusal = $state<string | null>(null);
  /** The expired entry whose reason is asked. */
  asking = $state.raw<EntryView | null>(null);

  readonly #around: CardSurroundings;
  readonly #toClipboard: CopyWay;
  #way: CopyWay;
  #sending = false;
  #receiptTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: CardSurroundings) {
    this.#around = around;
    this.#toClipboard = (request) => around.backend.copyEntry(request);
    this.#way = this.#toClipboard;
  }

  /** Copies `entry`, unless something stands in the way; then it says what, and where. */
  start(entry: EntryView, way: CopyWay = this.#toClipboard): void {
    this.#way = way;
    if (this.#blocked(entry)) return;
    if (entry.standing.state === 'expired') this.#ask(entry);
    else void this.#send(entry, null);
  }

  /** Copies the expired entry for `reason`; an empty reason is none. */
  startFor(reason: string): void {
    const stated = reason.trim();
    const entry = this.asking;
    if (entry === null || stated === '') return;
    this.asking = null;
    void this.#send(entry, stated);
  }

  /** No reason is given: nothing is copied. */
  giveUp(): void {
    this.asking = null;
  }

  /** The last copy's receipt or refusal is over. */
  settle(): void {
    clearTimeout(this.#receiptTimer);
    this.receipt = null;
    this.refusal = null;
    this.asking = null;
  }

  #ask(entry: EntryView): void {
    this.settle();
    this.asking = entry;
  }

  #blocked(entry: EntryView): boolean {
    const words = this.#around.words();
    const obstacle = obstacleOf(entry);
    if (obstacle !== null) {
      this.#refuse(words.screen.copy.blocked[obstacle]);
      return true;
    }
    const empty = entry.fields.find((field) => field.required && this.#around.fields.settled(field) === '');
    const wrong = empty ?? entry.fields.find((field) => this.#around.fields.invalid(field));
    if (wrong === undefined) return false;
    const { missing, invalid } = words.screen.copy;
    this.#refuse(
      wrong === empty ? missing(wrong.name) : invalid(wrong.name, words.domain.fieldKind[wrong.kind]),
    );
    this.#around.focusBlank(entry.id, wrong.name);
    return true;
  }

  async #send(entry: EntryView, reason: string | null): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      const fields = Object.fromEntries(
        entry.fields
          .map((field) => [field.name, this.#around.fields.settled(field)] as const)
          .filter(([, value]) => value !== ''),
      );
      const receipt = await this.#way({ id: entry.id, fields, reason });
      this.#confirm(receipt);
      this.#around.copied?.(entry);
    } catch (thrown) {
      this.#refuseFor(entry, BackendError.from(thrown));
    } finally {
      this.#sending = false;
    }
  }

  #confirm(receipt: CopyReceipt): void {
    this.settle();
    this.receipt = receipt;
    this.#around.announce(this.#around.words().screen.copy.done(receipt.musts, receipt.at));
    this.#receiptTimer = setTimeout(() => {
      this.receipt = null;
    }, RECEIPT_MS);
  }

  /** The other side is the judge: what it refuses is asked or shown here just the same. */
  #refuseFor(entry: EntryView, error: BackendError): void {
    if (error.code === 'reasonNeeded') {
      this.#ask(entry);
      return;
    }
    this.#refuse(this.#around.words().domain.error[error.code](error.detail));
    if (error.code === 'fieldEmpty' || error.code === 'fieldInvalid') {
      this.#around.focusBlank(entry.id, error.detail);
    }
  }

  #refuse(sentence: string): void {
    this.settle();
    this.refusal = sentence;
    this.#around.announce(sentence);
  }
}
