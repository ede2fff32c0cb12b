import { BackendError } from '../backend/error';

/** A session whose acts go one at a time, are told when they fail, and are taken back by one key. */
export abstract class Acting<Done> {
  busy = $state(false);
  error = $state.raw<BackendError | null>(null);
  /** The last act, until something else is begun. */
  done = $state.raw<Done | null>(null);
  undone = $state(false);

  /** Takes the last act back. */
  async undo(): Promise<void> {
    const { done } = this;
    if (done === null || this.busy) return;
    await this.act(async () => {
      await this.takeBack(done);
      this.done = null;
      this.undone = true;
    });
  }

  protected abstract takeBack(done: Done): Promise<void>;

  /** Does something that changes the workspace. */
  protected async act(run: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await run();
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    } finally {
      this.busy = false;
    }
  }
}
