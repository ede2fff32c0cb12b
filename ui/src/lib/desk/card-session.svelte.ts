import type { EntryView } from '../../bindings/EntryView';
import type { FieldView } from '../../bindings/FieldView';
import type { Inline } from '../../bindings/Inline';
import { BackendError } from '../backend/error';
import { fieldOf, inputPlaces } from './blanks';
import type { CardSurroundings } from './card-surroundings';
import { Copying, type CopyWay } from './copying.svelte';
import type { FieldEcho } from '../../bindings/FieldEcho';
import type { FieldKind } from '../../bindings/FieldKind';
import { Echoes } from '../filling/echoes.svelte';
import { LatestOnly } from './latest-only';
import { obstacleOf, type Obstacle } from './obstacle';

/** The blank that is being filled, with its value in other forms once they are known. */
export interface Filling {
  name: string;
  kind: FieldKind;
  echo: FieldEcho | null;
}

let cards = 0;

/** One card: which entry it shows, what is filled in and told, and its only way out, `copy`. */
export class CardSession {
  entry = $state.raw<EntryView | null>(null);
  error = $state.raw<BackendError | null>(null);
  readonly copying: Copying;
  /** The id of the line that shows the forms of the value that is being filled in. */
  readonly echoId = `echo-${(cards += 1)}`;

  readonly #around: CardSurroundings;
  readonly #shown: (entry: EntryView) => void;
  readonly #requests: LatestOnly<{ id: string; query: string }, EntryView>;
  #wanted: { id: string; query: string } | null = null;
  /** The card and the text whose place was brought into view. */
  #revealed: { id: string; query: string } | null = null;
  #afterShown: (() => void) | null = null;
  /** The blank that the cursor is in, or was in last. */
  #blank = $state<string | null>(null);

  /** `shown` is called whenever an entry came onto the card. */
  constructor(around: CardSurroundings, shown: (entry: EntryView) => void = () => undefined) {
    this.#around = around;
    this.#shown = shown;
    this.copying = new Copying(around);
    this.#requests = new LatestOnly((request) => around.backend.entry(request), {
      done: (entry) => {
        this.#accept(entry);
        this.#reveal();
      },
      failed: (thrown) => this.#fail(thrown),
    });
  }

  readonly #places = $derived(inputPlaces(this.entry));
  readonly obstacle: Obstacle | null = $derived(this.entry === null ? null : obstacleOf(this.entry));
  readonly told: number = $derived(
    this.entry === null ? 0 : this.entry.card.must.filter((_, place) => this.isTold(place)).length,
  );
  readonly filled: number = $derived(
    this.entry === null ? 0 : this.entry.fields.filter((field) => this.value(field.name) !== '').length,
  );

  /** Whether a blank of this entry has a value in other forms: the line that shows them keeps its room. */
  readonly echoing: boolean = $derived(
    this.entry !== null &&
      [...this.entry.fields, ...this.entry.stepFields].some(({ kind }) => Echoes.has(kind)),
  );
  readonly filling: Filling | null = $derived.by(() => {
    if (this.#blank === null || this.entry === null) return null;
    const field = this.field(this.#blank);
    const echo = this.#around.echoes.of(field, this.value(field.name));
    return Echoes.has(field.kind) ? { name: field.name, kind: field.kind, echo } : null;
  });

  /** Shows the entry `id` with what `query` matched lit; what is shown stays until it is here. */
  show(id: string, query: string): void {
    const before = this.#wanted;
    if (before?.id === id && before.query === query) return;
    this.#wanted = { id, query };
    if (before?.id !== id) this.copying.settle();
    this.#requests.ask(this.#wanted);
  }

  /** Whether the entry `id` is the one shown or asked for. */
  wants(id: string): boolean {
    return this.#wanted?.id === id;
  }

  /** Reads the shown entry again. */
  refresh(): void {
    if (this.#wanted !== null) this.#requests.ask(this.#wanted);
  }

  /** Shows `entry` as it is: the bridge wording brings its own. */
  put(entry: EntryView): void {
    this.#wanted = { id: entry.id, query: '' };
    this.#accept(entry);
  }

  /** Shows nothing. */
  empty(): void {
    this.#wanted = null;
    this.#requests.forget();
    this.#afterShown = null;
    this.#revealed = null;
    this.entry = null;
    this.error = null;
    this.copying.settle();
  }

  /** No card is there, and none is on its way. */
  get none(): boolean {
    return this.entry === null && !this.#requests.busy;
  }

  /** Runs `act` once the entry asked for is the one shown: a key never acts on the card before. */
  whenShown(act: () => void): void {
    if (this.#requests.busy) this.#afterShown = act;
    else act();
  }

  /** Whether `node` is where its blank is filled in, not only repeated. */
  isInput(node: Inline): boolean {
    return this.obstacle !== 'withdrawn' && this.#places.has(node);
  }

  field(name: string): FieldView {
    return this.entry === null
      ? { name, kind: 'text', required: false, options: [] }
      : fieldOf(this.entry, name);
  }

  value(name: string): string {
    return this.#around.fields.get(name);
  }

  /** The blank's value as it is said and copied; as typed while that is not known, empty when nothing was typed. */
  said(name: string): string {
    return this.#echo(name)?.said ?? this.value(name).trim();
  }

  /** The blank's value as it is read aloud, where that differs from how it is written. */
  aloud(name: string): string | null {
    return this.#echo(name)?.forms.find(({ form }) => form === 'aloud')?.text ?? null;
  }

  fill(name: string, value: string): void {
    this.#around.fields.set(name, value);
    this.#follow(this.field(name));
    this.copying.settle();
  }

  /** The cursor is in the blank `name`. */
  enterBlank(name: string): void {
    this.#blank = name;
  }

  /** The blank `name` was filled: from now on it shows its value as it is said, and tells how that is read aloud. */
  leaveBlank(name: string): void {
    const said = this.#echo(name)?.said ?? null;
    const aloud = this.aloud(name);
    if (said !== null && said !== this.value(name)) this.fill(name, said);
    if (aloud !== null) this.#around.announce(this.#around.words().filling.told(name, aloud));
  }

  invalid(name: string): boolean {
    return this.#around.fields.invalid(this.field(name)) || this.#echo(name)?.said === null;
  }

  isTold(place: number): boolean {
    return this.isDone(`must-${place}`);
  }

  /** Whether `place` of this entry is ticked: `must-0`, or a step's check. */
  isDone(place: string): boolean {
    return this.entry !== null && this.#around.ticks.has(this.entry.id, place);
  }

  toggle(place: string): void {
    if (this.entry !== null) this.#around.ticks.toggle(this.entry.id, place);
  }

  /** Ticks the next 必须说 that was not told yet. */
  tickNext(): void {
    this.whenShown(() => {
      const musts = this.entry?.card.must ?? [];
      const next = musts.findIndex((_, place) => !this.isTold(place));
      if (next === -1) return;
      this.toggle(`must-${next}`);
      this.#around.announce(this.#around.words().screen.card.mustTold(this.told, musts.length));
    });
  }

  /** Copies, unless something stands in the way; then it says what, and where. */
  copy(way?: CopyWay): void {
    this.whenShown(() => {
      if (this.entry !== null) this.copying.start(this.entry, way);
    });
  }

  #echo(name: string): FieldEcho | null {
    return this.#around.echoes.of(this.field(name), this.value(name));
  }

  #follow(field: FieldView): void {
    void this.#around.echoes.follow(this.#around.backend.ask, field, this.value(field.name));
  }

  #accept(entry: EntryView): void {
    if (entry.id !== this.entry?.id) this.#blank = null;
    this.entry = entry;
    this.error = null;
    this.#shown(entry);
    // What was filled in on another card is known by its name here too.
    for (const field of [...entry.fields, ...entry.stepFields]) this.#follow(field);
    const act = this.#afterShown;
    this.#afterShown = null;
    act?.();
  }

  /** Brings the place that matched into view, once for each text: a card read again stays where it is. */
  #reveal(): void {
    const wanted = this.#wanted;
    if (wanted === this.#revealed) return;
    this.#revealed = wanted;
    if (wanted !== null && wanted.query !== '') this.#around.revealLit();
  }

  #fail(thrown: unknown): void {
    this.#afterShown = null;
    this.#wanted = null;
    this.entry = null;
    this.error = BackendError.from(thrown);
  }
}
