import type { CleaningKind } from '../../bindings/CleaningKind';
import type { ExportAs } from '../../bindings/ExportAs';
import type { ImportColumns } from '../../bindings/ImportColumns';
import type { ImportDecision } from '../../bindings/ImportDecision';
import type { ImportDone } from '../../bindings/ImportDone';
import type { ImportDraft } from '../../bindings/ImportDraft';
import type { ImportedFile } from '../../bindings/ImportedFile';
import type { ImportProgress } from '../../bindings/ImportProgress';
import type { Ask } from '../backend/commands';
import { BackendError } from '../backend/error';
import type { ImportingWords } from '../text/importing-words';
import { count } from '../text/numbers';

/** What a person chose for one file. */
interface Chosen {
  without: readonly CleaningKind[];
  sheet: string | null;
  columns: ImportColumns | null;
}

interface Parts {
  ask: Ask;
  words: () => ImportingWords;
  announce: (sentence: string) => void;
}

const NOTHING_CHOSEN: Chosen = { without: [], sheet: null, columns: null };

/** What the name of an exported file ends with. */
const ENDING: Record<ExportAs, string> = { excel: '.xlsx', word: '.docx', binder: '.html' };

/** How often the progress of a reading is asked for. */
const TELL_MS = 300;

/** The import: files are read, looked at, decided on, accepted as one act, and that act can be undone. */
export class ImportingSession {
  /** What was read, in the order it was chosen. */
  files = $state.raw<ImportedFile[]>([]);
  /** The file that is looked at. */
  current = $state<string | null>(null);
  /** Set while files are read. */
  progress = $state.raw<ImportProgress | null>(null);
  saving = $state(false);
  done = $state.raw<ImportDone | null>(null);
  /** What the last export wrote, as a sentence. */
  exported = $state<string | null>(null);
  error = $state.raw<BackendError | null>(null);

  readonly #parts: Parts;
  #chosen = $state.raw<Record<string, Chosen>>({});
  #decided = $state.raw<Record<string, Record<number, ImportDecision>>>({});

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly shownFile: ImportedFile | null = $derived(
    this.files.find(({ file }) => file === this.current) ?? null,
  );
  /** The version that can be taken back. */
  readonly #undoable: string | null = $derived(this.done?.version ?? null);
  /** How many drafts would be taken. */
  readonly taken: number = $derived(
    this.files.reduce((sum, file) => {
      const skipped = file.drafts.filter((draft) => this.decision(file.file, draft) === 'skip').length;
      return sum + file.total - skipped;
    }, 0),
  );

  workspaceChanged(): void {
    for (const { file } of this.files) void this.#forget(file);
    this.#clear();
    this.done = null;
    this.exported = null;
  }

  shown(): void {
    this.error = null;
  }

  onKeydown(event: KeyboardEvent): boolean {
    const command = event.ctrlKey && !event.altKey && !event.shiftKey;
    if (command && event.key === 'o') void this.choose();
    else if (command && event.key === 'Enter') void this.accept();
    else if (command && event.key === 'z' && this.#undoable !== null) void this.undo();
    else if (event.key === 'Escape' && this.progress !== null) void this.stop();
    else return false;
    event.preventDefault();
    return true;
  }

  /** Lets the person choose files and reads them one after another. */
  async choose(): Promise<void> {
    if (this.progress !== null || this.saving) return;
    await this.#guard(async () => {
      const chosen = await this.#parts.ask('choose', 'files');
      await this.#readAll(chosen);
    });
  }

  /** Reads the file whose path was typed or pasted; quotes around it, as a file manager copies them, are taken off. */
  async readPath(typed: string): Promise<void> {
    const path = typed.trim().replace(/^["“](.*)["”]$/u, '$1');
    if (path === '' || this.progress !== null || this.saving) return;
    await this.#guard(() => this.#readAll([path]));
  }

  async stop(): Promise<void> {
    await this.#guard(() => this.#parts.ask('import_stop'));
  }

  /** Reads a file again with other choices. */
  async change(file: string, choice: Partial<Chosen>): Promise<void> {
    if (this.progress !== null || this.saving) return;
    this.#chosen = { ...this.#chosen, [file]: { ...this.chosen(file), ...choice } };
    await this.#guard(() => this.#readAll([file]));
  }

  chosen(file: string): Chosen {
    return this.#chosen[file] ?? NOTHING_CHOSEN;
  }

  /** Turns a cleaning off, or on again. */
  async toggle(file: string, kind: CleaningKind): Promise<void> {
    const { without } = this.chosen(file);
    const off = without.includes(kind);
    await this.change(file, { without: off ? without.filter((one) => one !== kind) : [...without, kind] });
  }

  decision(file: string, draft: ImportDraft): ImportDecision {
    return this.#decided[file]?.[draft.number] ?? draft.decision;
  }

  decide(file: string, draft: ImportDraft, decision: ImportDecision): void {
    this.#decided = { ...this.#decided, [file]: { ...this.#decided[file], [draft.number]: decision } };
  }

  /** Takes a file out of the import. */
  async remove(file: string): Promise<void> {
    this.files = this.files.filter((one) => one.file !== file);
    if (this.current === file) this.current = this.files[0]?.file ?? null;
    await this.#forget(file);
  }

  /** Takes everything over as one act. */
  async accept(): Promise<void> {
    if (this.saving || this.progress !== null || this.taken === 0) return;
    this.saving = true;
    await this.#guard(async () => {
      const choices = Object.entries(this.#decided).flatMap(([file, decisions]) =>
        Object.entries(decisions).map(([number, decision]) => ({ file, number: Number(number), decision })),
      );
      const done = await this.#parts.ask('import_accept', choices);
      this.#clear();
      this.done = done;
      const words = this.#parts.words();
      this.#parts.announce(words.done(count(done.made), count(done.changed), count(done.skipped)));
    });
    this.saving = false;
  }

  /** Takes the accepted import back. */
  async undo(): Promise<void> {
    const version = this.#undoable;
    if (version === null || this.saving) return;
    this.saving = true;
    await this.#guard(async () => {
      await this.#parts.ask('import_undo', version);
      this.done = null;
      this.#parts.announce(this.#parts.words().undone);
    });
    this.saving = false;
  }

  /** Writes entries into a file that the person names; all of them when `ids` is empty. */
  async export(form: ExportAs, ids: readonly string[] = []): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    this.exported = null;
    await this.#guard(async () => {
      const words = this.#parts.words();
      const [file] = await this.#parts.ask('choose', { saveAs: words.exportFile + ENDING[form] });
      if (file === undefined) return;
      const entries = await this.#parts.ask('export_entries', { ids: [...ids], form, file });
      this.exported = words.exported(count(entries), file);
      this.#parts.announce(this.exported);
    });
    this.saving = false;
  }

  async #readAll(files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    this.done = null;
    this.exported = null;
    const telling = setInterval(() => void this.#tell(), TELL_MS);
    this.progress = { done: 0, total: 0 };
    try {
      for (const file of files) {
        const { without, sheet, columns } = this.chosen(file);
        const request = { file, without: [...without], kind: null, sheet, columns };
        const read = await this.#parts.ask('import_read', request);
        const known = this.files.some((one) => one.file === file);
        this.files = known
          ? this.files.map((one) => (one.file === file ? read : one))
          : [...this.files, read];
        this.#decided = { ...this.#decided, [file]: {} };
        this.current = file;
      }
    } finally {
      clearInterval(telling);
      this.progress = null;
    }
  }

  async #tell(): Promise<void> {
    const now = await this.#parts.ask('import_progress').catch(() => null);
    if (this.progress !== null && now !== null) this.progress = now;
  }

  async #forget(file: string): Promise<void> {
    await this.#guard(() => this.#parts.ask('import_forget', file));
  }

  #clear(): void {
    this.files = [];
    this.current = null;
    this.#chosen = {};
    this.#decided = {};
  }

  async #guard(act: () => Promise<unknown>): Promise<void> {
    this.error = null;
    try {
      await act();
    } catch (thrown) {
      this.error = BackendError.from(thrown);
    }
  }
}
