/** What becomes of a request that is still wanted when its answer comes. */
export interface Outcome<Response> {
  done(response: Response): void;
  failed(thrown: unknown): void;
}

type Settled<Response> = { response: Response } | { thrown: unknown };

/**
 * Keeps at most one request on its way. A request made meanwhile waits, a newer one takes its place, and an
 * answer that a newer request has overtaken is dropped: what is shown always belongs to the latest request.
 */
export class LatestOnly<Request, Response> {
  readonly #send: (request: Request) => Promise<Response>;
  readonly #outcome: Outcome<Response>;
  #waiting: { request: Request } | null = null;
  #onItsWay = false;
  /** Counts requests; an answer is wanted only while its number is the latest. */
  #latest = 0;
  #answered = 0;

  constructor(send: (request: Request) => Promise<Response>, outcome: Outcome<Response>) {
    this.#send = send;
    this.#outcome = outcome;
  }

  /** The latest request has no answer yet. */
  get busy(): boolean {
    return this.#answered !== this.#latest;
  }

  ask(request: Request): void {
    this.#latest += 1;
    this.#waiting = { request };
    if (!this.#onItsWay) void this.#run();
  }

  /** No answer is wanted any more. */
  forget(): void {
    this.#latest += 1;
    this.#answered = this.#latest;
    this.#waiting = null;
  }

  async #run(): Promise<void> {
    this.#onItsWay = true;
    try {
      while (this.#waiting !== null) {
        const { request } = this.#waiting;
        const number = this.#latest;
        this.#waiting = null;
        const settled = await this.#settle(request);
        if (number === this.#latest) this.#finish(number, settled);
      }
    } finally {
      this.#onItsWay = false;
    }
  }

  #finish(number: number, settled: Settled<Response>): void {
    this.#answered = number;
    if ('response' in settled) this.#outcome.done(settled.response);
    else this.#outcome.failed(settled.thrown);
  }

  async #settle(request: Request): Promise<Settled<Response>> {
    try {
      return { response: await this.#send(request) };
    } catch (thrown) {
      return { thrown };
    }
  }
}
