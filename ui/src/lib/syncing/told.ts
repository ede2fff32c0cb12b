import type { SyncView } from '../../bindings/SyncView';
import type { SyncingWords } from '../text/syncing-words';

/** What a sync did, a sentence for each thing. */
export function told(done: SyncView, words: SyncingWords): string[] {
  if (done.conflicts > 0) return [words.conflicts(done.conflicts)];
  const sentences = [
    done.received > 0 ? words.received(done.received) : '',
    done.sent > 0 ? words.sent(done.sent) : '',
    done.inReview.length > 0 ? words.inReview(done.inReview.length) : '',
  ].filter((sentence) => sentence !== '');
  if (done.stopped) return [...sentences, sentences.length > 0 ? words.stoppedUnsent : words.stoppedBefore];
  return sentences.length > 0 ? sentences : [done.changed.length > 0 ? words.merged : words.nothing];
}
